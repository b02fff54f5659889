package org.handrail.client.ledger;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.handrail.client.paper.Hash;

/**
 * Proves a client's chain from its links and from the anchors that left the database with each
 * event.
 *
 * <p>A changed or missing link breaks the hashes; a tail that was cut off leaves a chain that is
 * whole, but shorter than an anchor says, and a chain that was written anew meets an anchor with
 * another hash.
 */
public final class ChainCheck {

  /** The head of a chain at some length, as it stands outside the database. */
  public record Anchor(long length, Hash head) {}

  /** What is wrong at a position of the chain. */
  public sealed interface Finding {
    long position();

    /** The link's content is not what was hashed. */
    record Altered(long position) implements Finding {}

    /** The link does not follow the one before. */
    record Unchained(long position) implements Finding {}

    /** An anchor names a head that the chain has not, or not any more. */
    record Unanchored(long position) implements Finding {}

    /** No anchor of the link has left the database, though it should have long ago. */
    record Unpublished(long position) implements Finding {}

    /** The package is not there, or is not the one that was released. */
    record Repacked(long position) implements Finding {}
  }

  private ChainCheck() {}

  /** Nothing when the chain is whole. */
  public static List<Finding> check(List<Link> chain, List<Anchor> anchors) {
    var findings = new ArrayList<Finding>();
    var heads = new HashMap<Long, Hash>(Map.of(0L, Hash.NONE));
    var expected = 1L;
    var previous = Hash.NONE;
    for (var link : chain) {
      if (link.position() != expected || !link.previous().equals(previous)) {
        findings.add(new Finding.Unchained(link.position()));
      }
      if (!link.computed().equals(link.hash())) {
        findings.add(new Finding.Altered(link.position()));
      }
      heads.put(link.position(), link.hash());
      previous = link.hash();
      expected = link.position() + 1;
    }
    anchors.stream()
        .filter(anchor -> !anchor.head().equals(heads.get(anchor.length())))
        .map(anchor -> new Finding.Unanchored(anchor.length()))
        .forEach(findings::add);
    return List.copyOf(findings);
  }

  /**
   * The links of which no anchor was published: each has one of its own, so that a link without one
   * was put in, or its anchor waits.
   *
   * @param published the anchors outside the database
   * @param onTheWay whether the anchor of what was decided then may not have left yet
   */
  static List<Finding> unpublished(
      List<Link> chain, List<Anchor> published, Predicate<Instant> onTheWay) {
    var lengths = published.stream().map(Anchor::length).collect(toSet());
    return chain.stream()
        .filter(link -> !lengths.contains(link.position()))
        .filter(link -> !onTheWay.test(link.entry().decidedAt()))
        .<Finding>map(link -> new Finding.Unpublished(link.position()))
        .toList();
  }
}
