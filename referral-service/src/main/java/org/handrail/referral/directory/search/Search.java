package org.handrail.referral.directory.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.referral.directory.Seeker;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the directory.
 *
 * @param words none, or all of which have to be there; the last may be unfinished
 * @param near from where distances count; the nearest come first
 * @param withinKm how far from there
 * @param facets all of which have to be true, as in {@code need:food}
 * @param seeker of whom services that surely do not take them are left out
 */
record Search(
    List<String> words, @Nullable Spot near, double withinKm, List<String> facets, Seeker seeker) {
  private static final String NEED = "need:";

  /**
   * A service that was found.
   *
   * @param tier 0 where its name says all words, else 1
   * @param chord to the nearest of its places on the unit sphere; 0 when nobody asked
   */
  record Hit(UUID id, String name, int tier, double chord) {}

  /** The code of the term that it has to be for, if one is asked for. */
  Optional<String> need() {
    return facets.stream()
        .filter(facet -> facet.startsWith(NEED))
        .map(facet -> facet.substring(NEED.length()))
        .findFirst();
  }
}
