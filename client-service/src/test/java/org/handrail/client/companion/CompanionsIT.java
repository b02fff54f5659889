package org.handrail.client.companion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.ClientService.actNow;
import static org.handrail.client.ClientService.onPaper;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.encounter.Meetings;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** What companions and clients agree on, and journeys. */
@HandrailIT
class CompanionsIT {
  private static final Instant MONDAY = Instant.parse("2026-12-07T08:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2019-01-01T00:00:00Z");

  private final ClientService service;
  private final Meetings meetings;
  private final SettableClock clock;
  private final Api sam;
  private final UUID client;
  private final Companionship sams;

  CompanionsIT(Api api, TokenIssuer tokens, SettableClock clock) {
    this.clock = clock;
    service = new ClientService(api, tokens);
    meetings = new Meetings(api, tokens);
    sam = meetings.somebodyNew();
    client = meetings.clientOf(sam);
    sams = new Companionship(sam, client);
  }

  @Test
  @Proves({"C10", "R26"})
  void bothSidesAgreeAndTheClientChoosesWhatItIsFor() {
    var offer = sams.offers();
    sams.plans(offer, MONDAY, 8).isProblem(409, "companion-agreement-not-in-force");
    sam.post(sams.path() + "/" + offer.id() + "/client-signature")
        .body(Map.of("act", actNow()))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/goalMode", "missing");
    var chosen = sams.clientSigns(offer, "harm-reduction");
    assertThat(chosen.at("/goalMode")).isEqualTo("harm-reduction");
    sams.plans(offer, MONDAY, 8).isProblem(409, "companion-agreement-not-in-force");
    sams.companionSigns(offer).isOk();
    sams.plans(offer, MONDAY, 8).isCreated();
    assertThat(sams.clientSigns(offer, "abstinence").at("/goalMode")).isEqualTo("abstinence");

    var own = meetings.signIn(sam, client);
    var seen = own.get(sams.path()).send().isOk();
    assertThat(seen.json().at("/items/0/privatePay").asBoolean()).isTrue();
    assertThat(seen.json().at("/items/0/billing/billable").asBoolean(true)).isFalse();
    assertThat(seen.at("/items/0/billing/procedure")).isEqualTo("H0038");
    own.post(sams.path() + "/" + offer.id() + "/end").send().isOk();
    sams.plans(offer, MONDAY.plusSeconds(86400 * 3), 8)
        .isProblem(409, "companion-agreement-not-in-force");
    sam.post(sams.path() + "/" + offer.id() + "/end")
        .send()
        .isProblem(409, "companion-agreement-ended");
  }

  @Test
  @Proves("C10")
  void aJourneyIsToldInTheTimesOfBothEnds() {
    var offer = sams.inForce();
    // Two places whose clocks never change.
    var day = LocalDate.now(ZoneOffset.UTC).plusDays(12);
    var travelled =
        sams.travels(
                offer,
                Companionship.end(day + "T18:30:00", "America/Phoenix", "US"),
                Companionship.end(day.plusDays(2) + "T00:00:00", "Asia/Tokyo", "JP"))
            .isCreated();
    assertThat(travelled.at("/itinerary/0/duration")).isEqualTo("PT13H30M");
    assertThat(travelled.json().at("/itinerary/0/abroad").asBoolean()).isTrue();
    assertThat(travelled.at("/itinerary/0/arrives/at")).isEqualTo(day.plusDays(2) + "T00:00:00");
    sams.travels(
            offer,
            Companionship.end("2027-03-14T02:30:00", "America/New_York", "US"),
            Companionship.end("2027-03-14T09:00:00", "Nowhere/Atlantis", "ZZ"))
        .isProblem(400, "invalid")
        .hasFault("/departs/at", "no-such-time")
        .hasFault("/arrives/zone", "zone-unknown")
        .hasFault("/arrives/country", "country-unknown");
    // Later on the clock, earlier in time.
    sams.travels(
            offer,
            Companionship.end(day + "T18:30:00", "America/Phoenix", "US"),
            Companionship.end(day + "T23:00:00", "Asia/Tokyo", "JP"))
        .isProblem(400, "invalid")
        .hasFault("/arrives/at", "not-after-start");
  }

  @Test
  void aJourneyIsToComeWithinAYear() {
    var offer = sams.inForce();
    var today = LocalDate.now(ZoneOffset.UTC);
    sams.travels(offer, phoenix("+294277-01-01"), phoenix(today.plusDays(3).toString()))
        .isProblem(400, "invalid")
        .hasFault("/departs/at", "year-out-of-range");
    sams.travels(offer, phoenix("2099-01-01"), phoenix("2099-01-02"))
        .isProblem(400, "invalid")
        .hasFault("/departs/at", "too-far-ahead");
    sams.travels(
            offer, phoenix(today.minusDays(3).toString()), phoenix(today.plusDays(3).toString()))
        .isProblem(400, "invalid")
        .hasFault("/departs/at", "in-past");
    sams.travels(offer, phoenix(today.plusDays(3).toString()), phoenix("2099-01-02"))
        .isProblem(400, "invalid")
        .hasFault("/arrives/at", "too-far-ahead");
  }

  @Test
  void nobodySignsWhatWasNotOfferedYet() {
    var offer = sams.offers();
    var signature = sams.path() + "/" + offer.id() + "/client-signature";
    sam.post(signature)
        .body(Map.of("goalMode", "abstinence", "act", act(LONG_AGO)))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-offer");
    sams.clientSigns(offer, "harm-reduction");
    clock.advance(Duration.ofHours(2));
    sam.post(signature)
        .body(Map.of("goalMode", "abstinence", "act", act(clock.instant())))
        .send()
        .isOk();
    sam.post(signature)
        .body(Map.of("goalMode", "harm-reduction", "act", act(clock.instant().minusSeconds(3600))))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-choice");
  }

  @Test
  void aPaperMayHaveBeenSignedLongBeforeItsOfferIsTyped() {
    sam.post(sams.path() + "/" + sams.offers().id() + "/client-signature")
        .body(Map.of("goalMode", "abstinence", "act", onPaper()))
        .send()
        .isOk();
  }

  @Test
  void companionsSignForThemselvesAndStrangersFindNothing() {
    var offer = sams.offers();
    service.backedByPaul(sam, client);
    service
        .paul()
        .post(sams.path() + "/" + offer.id() + "/companion-signature")
        .send()
        .isProblem(409, "not-the-companion");
    for (var stranger : List.of(meetings.somebodyNew(), service.carl())) {
      stranger.get(sams.path()).send().isNotFound();
      stranger.get(sams.path() + "/" + offer.id() + "/schedule").send().isNotFound();
      stranger.post(sams.path()).body(Companionship.offer()).send().isNotFound();
      stranger.post(sams.path() + "/" + offer.id() + "/end").send().isNotFound();
    }
  }

  private static Map<String, Object> phoenix(String day) {
    return Companionship.end(day + "T10:00:00", "America/Phoenix", "US");
  }
}
