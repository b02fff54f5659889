package org.handrail.client.handout;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.handrail.client.paper.Gaps;
import org.handrail.client.paper.Hash;
import org.handrail.client.party.Parties;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an agency's clients are given to read, and what of it they were given. */
@Component
public class Handouts {
  private static final String ENGLISH = "en";

  private final HandoutEditions editions;
  private final GivenTexts given;
  private final Parties parties;
  private final Clock clock;

  Handouts(HandoutEditions editions, GivenTexts given, Parties parties, Clock clock) {
    this.editions = editions;
    this.given = given;
    this.parties = parties;
    this.clock = clock;
  }

  /** The version in force at that instant; {@code none} before the first one. */
  public String inForceAt(HandoutKind kind, Instant at) {
    return editions.of(kind).inForceAt(at).map(Edition::version).orElse("none");
  }

  /**
   * Keeps the text that a client was given.
   *
   * @param language BCP 47, in which they read it; without one nobody knows which words it had
   * @param on when they were given it
   * @return by which the text is found again
   * @throws Refusal {@code paper-unknown} of a version or language that there was not on that day
   */
  public Optional<Hash> give(
      AgencyId agency, HandoutKind kind, String version, @Nullable String language, Instant on) {
    var edition = editions.of(kind).require(version, language, on);
    return Optional.ofNullable(language)
        .map(read -> given.keep(agency, read(agency, kind, edition, read)));
  }

  /** The version in force, in that language or, without a text in it, in another. */
  Optional<Handout> inForce(AgencyId agency, HandoutKind kind, String language) {
    return editions
        .of(kind)
        .inForceAt(clock.instant())
        .map(edition -> read(agency, kind, edition, language));
  }

  Optional<Handout> version(AgencyId agency, HandoutKind kind, String version, String language) {
    return editions.of(kind).version(version).map(edition -> read(agency, kind, edition, language));
  }

  private Handout read(AgencyId agency, HandoutKind kind, Edition edition, String wanted) {
    var language =
        edition
            .languageFor(wanted)
            .or(() -> edition.languageFor(ENGLISH))
            .orElseGet(() -> edition.languages().getFirst());
    var text = edition.in(language);
    var gaps = gaps(agency);
    return new Handout(
        kind,
        edition.version(),
        edition.from(),
        inForceAt(kind, clock.instant()).equals(edition.version()),
        language,
        edition.languages(),
        Gaps.fill(text.title(), gaps),
        text.parts().stream()
            .map(part -> new Edition.Part(part.heading(), Gaps.fill(part.text(), gaps)))
            .toList());
  }

  private Map<String, String> gaps(AgencyId agency) {
    var name = parties.nameOf(new PartyId(agency.value()));
    var contact = editions.contacts().get(agency.value());
    return Map.of("agency", name, "contact", contact == null ? name : contact.inWords());
  }
}
