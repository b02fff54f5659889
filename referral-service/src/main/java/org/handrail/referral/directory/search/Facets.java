package org.handrail.referral.directory.search;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the codes of known taxonomies say about whom a service takes and how it is paid: those of
 * SAMHSA's FindTreatment, the levels of NARR, and the coalition's own.
 */
final class Facets {
  /** A code of a taxonomy, both in lower case, and what it says. */
  record Facet(String taxonomy, String code, String label, String facet) {}

  static final List<Facet> ALL = read();

  // Under which names sources have the same taxonomy.
  private static final List<List<String>> NAMES =
      List.of(
          List.of("findtreatment", "findtreatment"),
          List.of("findtreatment", "samhsa"),
          List.of("narr", "narr"),
          List.of("handrail-eligibility", "handrail-eligibility"),
          List.of("handrail-transition", "handrail-transition"));

  private Facets() {}

  /** What can be said of a service in that respect, as in {@code payment}. */
  static SortedSet<String> values(String respect) {
    String prefix = respect + ":";
    return ALL.stream()
        .map(Facet::facet)
        .filter(facet -> facet.startsWith(prefix))
        .map(facet -> facet.substring(prefix.length()))
        .collect(toCollection(TreeSet::new));
  }

  /** Taxonomy, code and facet, each in an array of its own. */
  static String[][] columns() {
    var taxonomies = new ArrayList<String>();
    var codes = new ArrayList<String>();
    var facets = new ArrayList<String>();
    for (Facet facet : ALL) {
      for (List<String> name : NAMES) {
        if (name.getFirst().equals(facet.taxonomy())) {
          taxonomies.add(name.getLast());
          codes.add(facet.code());
          facets.add(facet.facet());
        }
      }
    }
    return new String[][] {
      taxonomies.toArray(String[]::new), codes.toArray(String[]::new), facets.toArray(String[]::new)
    };
  }

  private static List<Facet> read() {
    try (InputStream file =
        Objects.requireNonNull(Facets.class.getResourceAsStream("/directory/facets.json"))) {
      var all = new ArrayList<Facet>();
      for (var taxonomy : JsonMapper.shared().readTree(file).properties()) {
        for (var code : taxonomy.getValue().properties()) {
          JsonNode value = code.getValue();
          all.add(
              new Facet(
                  taxonomy.getKey(),
                  code.getKey().toLowerCase(Locale.ROOT),
                  value.path("label").asString(),
                  value.path("facet").asString()));
        }
      }
      return List.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
