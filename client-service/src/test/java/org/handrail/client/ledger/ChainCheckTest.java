package org.handrail.client.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.ledger.ChainCheck.Anchor;
import org.handrail.client.ledger.ChainCheck.Finding;
import org.handrail.client.paper.Hash;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.fixtures.Proves;
import org.junit.jupiter.api.Test;

class ChainCheckTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");

  private final List<Link> chain = chainOf(4);
  private final List<Anchor> anchors =
      chain.stream().map(link -> new Anchor(link.position(), link.hash())).toList();

  @Test
  void aWholeChainIsWhole() {
    assertThat(ChainCheck.check(chain, anchors)).isEmpty();
    assertThat(ChainCheck.check(List.of(), List.of())).isEmpty();
  }

  @Test
  @Proves("P2-LOG-1")
  void findsARowThatWasTamperedWith() {
    var tampered = new ArrayList<>(chain);
    var third = chain.get(2);
    tampered.set(
        2,
        new Link(
            third.agency(),
            third.client(),
            third.position(),
            entry("somebody-else"),
            third.previous(),
            third.hash()));
    assertThat(ChainCheck.check(tampered, anchors)).containsExactly(new Finding.Altered(3));
  }

  @Test
  void findsARowThatIsMissing() {
    var gap = new ArrayList<>(chain);
    gap.remove(1);
    assertThat(ChainCheck.check(gap, List.of())).containsExactly(new Finding.Unchained(3));
  }

  @Test
  @Proves("P2-LOG-1")
  void findsATailThatWasCutOffByTheAnchorsAlone() {
    var cut = chain.subList(0, 2);
    assertThat(ChainCheck.check(cut, List.of())).isEmpty();
    assertThat(ChainCheck.check(cut, anchors))
        .containsExactly(new Finding.Unanchored(3), new Finding.Unanchored(4));
  }

  @Test
  @Proves("P2-LOG-1")
  void findsARowOfWhichNoAnchorWasPublishedUnlessItMayBeOnTheWay() {
    var published = List.of(anchors.get(0), anchors.get(1), anchors.get(3));
    assertThat(ChainCheck.unpublished(chain, published, _ -> false))
        .containsExactly(new Finding.Unpublished(3));
    assertThat(ChainCheck.unpublished(chain, published, NOON::equals)).isEmpty();
  }

  @Test
  void findsAChainThatWasWrittenAnew() {
    assertThat(ChainCheck.check(chainOf(4), anchors))
        .hasSize(4)
        .allMatch(Finding.Unanchored.class::isInstance);
  }

  /** Computed apart from this code: a chain that was written years ago must be proved by it. */
  @Test
  @Proves("P2-LOG-1")
  void aRowAboutAReferralHasTheHashThatItAlwaysHad() {
    var head = new ChainHead(new AgencyId("riverbend"), new ClientId(uuid(1)), 0, Hash.NONE, NOON);
    var example = entry("harborlight");
    var entry =
        new Entry(
            uuid(2),
            NOON,
            example.who(),
            example.what(),
            new Entry.Cause(uuid(3), "sending-1", null),
            new Entry.Outcome.Denied("consent-missing"));
    assertThat(head.link(entry).hash().hex())
        .isEqualTo("67e91c91d88038afe7be4e9652fc58c61c9a457d3767bb19da6e7ac6aced75ba");
    var byLaw =
        new Entry(
            uuid(2),
            NOON,
            example.who(),
            example.what(),
            Entry.Cause.of(new Entry.Matter("emergency", uuid(3))),
            new Entry.Outcome.Denied("consent-missing"));
    assertThat(head.link(byLaw).hash()).isNotEqualTo(head.link(entry).hash());
  }

  private static UUID uuid(int number) {
    return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(number));
  }

  private static List<Link> chainOf(int length) {
    var client = ClientId.random();
    var chain = new ArrayList<Link>();
    var head = new ChainHead(new AgencyId("riverbend"), client, 0, Hash.NONE, NOON);
    for (int i = 0; i < length; i++) {
      var link = head.link(entry("harborlight"));
      chain.add(link);
      head = new ChainHead(head.agency(), client, link.position(), link.hash(), NOON);
    }
    return chain;
  }

  private static Entry entry(String recipient) {
    return new Entry(
        UUID.randomUUID(),
        NOON,
        new Entry.Who(
            new PartyId("riverbend"),
            new SubjectId("maya"),
            new PartyId(recipient),
            List.of("part2Program"),
            null),
        new Entry.What("TREAT", List.of("contact"), List.of(), "contact", "handrail"),
        new Entry.Cause(UUID.randomUUID(), "sending-1", null),
        new Entry.Outcome.Released("consent", "2.32-2024", "consent-only", Hash.of("package")));
  }
}
