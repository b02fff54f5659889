package org.handrail.client.companion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.ClientService.actNow;
import static org.handrail.client.ClientService.onPaper;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.client.encounter.Meetings;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

@HandrailIT
class CompanionsIT {
  private static final Instant MONDAY = Instant.parse("2026-12-07T08:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2019-01-01T00:00:00Z");

  private final ClientService service;
  private final Meetings meetings;
  private final SettableClock clock;
  private final Api sam;
  private final UUID client;
  private final String path;

  CompanionsIT(Api api, TokenIssuer tokens, SettableClock clock) {
    this.clock = clock;
    service = new ClientService(api, tokens);
    meetings = new Meetings(api, tokens);
    sam = meetings.somebodyNew();
    client = meetings.clientOf(sam);
    path = "/api/clients/" + client + "/companion-agreements";
  }

  @Test
  @Proves({"C10", "R26"})
  void bothSidesAgreeAndTheClientChoosesWhatItIsFor() {
    var offer = offers();
    plans(offer, MONDAY, 8).isProblem(409, "companion-agreement-not-in-force");
    sam.post(path + "/" + offer.id() + "/client-signature")
        .body(Map.of("act", actNow()))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/goalMode", "missing");
    var chosen = clientSigns(offer, "harm-reduction");
    assertThat(chosen.at("/goalMode")).isEqualTo("harm-reduction");
    plans(offer, MONDAY, 8).isProblem(409, "companion-agreement-not-in-force");
    companionSigns(offer).isOk();
    plans(offer, MONDAY, 8).isCreated();
    assertThat(clientSigns(offer, "abstinence").at("/goalMode")).isEqualTo("abstinence");

    var own = meetings.signIn(sam, client);
    var seen = own.get(path).send().isOk();
    assertThat(seen.json().at("/items/0/privatePay").asBoolean()).isTrue();
    assertThat(seen.json().at("/items/0/billing/billable").asBoolean(true)).isFalse();
    assertThat(seen.at("/items/0/billing/procedure")).isEqualTo("H0038");
    own.post(path + "/" + offer.id() + "/end").send().isOk();
    plans(offer, MONDAY.plusSeconds(86400 * 3), 8)
        .isProblem(409, "companion-agreement-not-in-force");
    sam.post(path + "/" + offer.id() + "/end").send().isProblem(409, "companion-agreement-ended");
  }

  @Test
  @Proves("C10")
  void aDayAndANightNeedRelief() {
    var offer = inForce();
    plans(offer, MONDAY, 24)
        .isProblem(422, "companion-shift-refused")
        .hasFault("/relief", "relief-missing");
    withRelief(offer, TokenIssuer.subject("paul").value())
        .isProblem(422, "companion-shift-refused")
        .hasFault("/relief", "not-at-the-clients-side");
    withRelief(offer, offer.at("/companion"))
        .isProblem(422, "companion-shift-refused")
        .hasFault("/relief", "not-at-the-clients-side");
    service.backedByPaul(sam, client);
    service
        .paul()
        .post(path + "/" + offer.id() + "/shifts")
        .body(shift(MONDAY, 8))
        .send()
        .isProblem(409, "not-the-companion");
    // Whoever takes over is free then.
    var pauls = service.paul().post(path).body(offer()).send().isCreated();
    clientSigns(pauls, "abstinence");
    service.paul().post(path + "/" + pauls.id() + "/companion-signature").send().isOk();
    service
        .paul()
        .post(path + "/" + pauls.id() + "/shifts")
        .body(shift(MONDAY.plusSeconds(7 * 86400), 8))
        .send()
        .isCreated();
    sam.post(path + "/" + offer.id() + "/shifts")
        .body(
            Map.of(
                "startsAt", MONDAY.plusSeconds(7 * 86400).toString(),
                "endsAt", MONDAY.plusSeconds(7 * 86400 + 20 * 3600).toString(),
                "relief", TokenIssuer.subject("paul").value()))
        .send()
        .isProblem(422, "companion-shift-refused")
        .hasFault("/relief", "not-free");
    plans(offer, Instant.parse("2006-03-01T08:00:00Z"), 8)
        .isProblem(422, "companion-shift-refused")
        .hasFault("/startsAt", "too-long-ago");
    var planned = withRelief(offer, TokenIssuer.subject("paul").value()).isCreated();
    assertThat(planned.at("/shifts/0/relief")).isEqualTo(TokenIssuer.subject("paul").value());
    assertThat(planned.at("/shifts/0/endsAt")).isEqualTo("2026-12-08T08:00:00Z");
  }

  @Test
  @Proves("C10")
  void restCountsAcrossAllWhomACompanionAccompanies() {
    plans(inForce(), MONDAY, 8).isCreated();
    var other = meetings.clientOf(sam);
    var there = "/api/clients/" + other + "/companion-agreements";
    var offer = sam.post(there).body(offer()).send().isCreated();
    sam.post(there + "/" + offer.id() + "/client-signature")
        .body(Map.of("goalMode", "abstinence", "act", actNow()))
        .send()
        .isOk();
    sam.post(there + "/" + offer.id() + "/companion-signature").send().isOk();
    sam.post(there + "/" + offer.id() + "/shifts")
        .body(shift(MONDAY.plusSeconds(3600 * 12), 4))
        .send()
        .isProblem(422, "companion-shift-refused")
        .hasFault("/startsAt", "rest-too-short");
  }

  @Test
  @Proves("C10")
  void aJourneyIsToldInTheTimesOfBothEnds() {
    var offer = inForce();
    // Two places whose clocks never change.
    var day = LocalDate.now(ZoneOffset.UTC).plusDays(12);
    var travelled =
        travels(
                offer,
                end(day + "T18:30:00", "America/Phoenix", "US"),
                end(day.plusDays(2) + "T00:00:00", "Asia/Tokyo", "JP"))
            .isCreated();
    assertThat(travelled.at("/itinerary/0/duration")).isEqualTo("PT13H30M");
    assertThat(travelled.json().at("/itinerary/0/abroad").asBoolean()).isTrue();
    assertThat(travelled.at("/itinerary/0/arrives/at")).isEqualTo(day.plusDays(2) + "T00:00:00");
    travels(
            offer,
            end("2027-03-14T02:30:00", "America/New_York", "US"),
            end("2027-03-14T09:00:00", "Nowhere/Atlantis", "ZZ"))
        .isProblem(400, "invalid")
        .hasFault("/departs/at", "no-such-time")
        .hasFault("/arrives/zone", "zone-unknown")
        .hasFault("/arrives/country", "country-unknown");
    // Later on the clock, earlier in time.
    travels(
            offer,
            end(day + "T18:30:00", "America/Phoenix", "US"),
            end(day + "T23:00:00", "Asia/Tokyo", "JP"))
        .isProblem(400, "invalid")
        .hasFault("/arrives/at", "not-after-start");
  }

  @Test
  void aJourneyIsToComeWithinAYear() {
    var offer = inForce();
    var today = LocalDate.now(ZoneOffset.UTC);
    travels(offer, phoenix("+294277-01-01"), phoenix(today.plusDays(3).toString()))
        .isProblem(400, "invalid")
        .hasFault("/departs/at", "year-out-of-range");
    travels(offer, phoenix("2099-01-01"), phoenix("2099-01-02"))
        .isProblem(400, "invalid")
        .hasFault("/departs/at", "too-far-ahead");
    travels(offer, phoenix(today.minusDays(3).toString()), phoenix(today.plusDays(3).toString()))
        .isProblem(400, "invalid")
        .hasFault("/departs/at", "in-past");
    travels(offer, phoenix(today.plusDays(3).toString()), phoenix("2099-01-02"))
        .isProblem(400, "invalid")
        .hasFault("/arrives/at", "too-far-ahead");
  }

  @Test
  void nobodySignsWhatWasNotOfferedYet() {
    var offer = offers();
    var signature = path + "/" + offer.id() + "/client-signature";
    sam.post(signature)
        .body(Map.of("goalMode", "abstinence", "act", act(LONG_AGO)))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-offer");
    clientSigns(offer, "harm-reduction");
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
    sam.post(path + "/" + offers().id() + "/client-signature")
        .body(Map.of("goalMode", "abstinence", "act", onPaper()))
        .send()
        .isOk();
  }

  @Test
  @Proves("BILL-1")
  void whatFallsIntoACompanionsShiftIsNotBilledBesides() {
    var nine = Meetings.NINE;
    plans(inForce(), nine.minusSeconds(3600), 8).isCreated();
    Meetings.records(sam, client, Meetings.anHour()).isCreated();
    var day =
        sam.get("/api/encounters/units?payer=nc-medicaid&day=2026-11-03&clientId=" + client)
            .send()
            .isOk();
    assertThat(day.json().at("/items/0/obstacles").valueStream().map(it -> it.asString()))
        .contains("companion-shift");
  }

  @Test
  @Proves("BILL-1")
  void noShiftIsLongerThanItsAgreement() {
    var offer = inForce();
    var next = inForce();
    clock.set(MONDAY.plusSeconds(3600));
    plans(offer, MONDAY.plusSeconds(7200), 8).isCreated();
    plans(offer, MONDAY.plusSeconds(86400), 8).isCreated();
    clock.set(MONDAY.plusSeconds(3 * 3600));
    sam.post(path + "/" + offer.id() + "/end").send().isOk();
    var left = schedule(offer);
    assertThat(left.json().at("/shifts")).hasSize(1);
    assertThat(left.at("/shifts/0/endsAt")).isEqualTo(MONDAY.plusSeconds(3 * 3600).toString());
    // Whoever was to stay need not rest from it, nor is their other time a companion's.
    clock.set(MONDAY.plusSeconds(30 * 3600));
    var later = Meetings.starting(MONDAY.plusSeconds(25 * 3600), 30);
    Meetings.records(sam, client, later).isCreated();
    var day =
        sam.get("/api/encounters/units?payer=nc-medicaid&day=2026-12-08&clientId=" + client)
            .send()
            .isOk();
    assertThat(day.json().at("/items/0/obstacles").valueStream().map(it -> it.asString()))
        .isNotEmpty()
        .doesNotContain("companion-shift");
    plans(next, MONDAY.plusSeconds(26 * 3600), 8).isCreated();
  }

  @Test
  @Proves("C10")
  void whoRelievesACompanionIsNowhereElseAndRestsToo() {
    var offer = inForce();
    service.backedByPaul(sam, client);
    var tuesdayOf3Weeks = MONDAY.plusSeconds(22 * 86400);
    var paul = TokenIssuer.subject("paul").value();
    withRelief(offer, tuesdayOf3Weeks, 13, paul).isCreated();
    var pauls = service.paul().post(path).body(offer()).send().isCreated();
    clientSigns(pauls, "abstinence");
    service.paul().post(path + "/" + pauls.id() + "/companion-signature").send().isOk();
    for (var hours : List.of(0, 14)) {
      service
          .paul()
          .post(path + "/" + pauls.id() + "/shifts")
          .body(shift(tuesdayOf3Weeks.plusSeconds(3600L * hours), 4))
          .send()
          .isProblem(422, "companion-shift-refused")
          .hasFault("/startsAt", "rest-too-short");
    }
    var kim = meetings.somebodyNew();
    var other = meetings.clientOf(kim);
    service.backedByPaul(kim, other);
    var there = "/api/clients/" + other + "/companion-agreements";
    var kims = kim.post(there).body(offer()).send().isCreated();
    kim.post(there + "/" + kims.id() + "/client-signature")
        .body(Map.of("goalMode", "abstinence", "act", actNow()))
        .send()
        .isOk();
    kim.post(there + "/" + kims.id() + "/companion-signature").send().isOk();
    for (var hours : List.of(0, 14)) {
      kim.post(there + "/" + kims.id() + "/shifts")
          .body(reliefOf(tuesdayOf3Weeks.plusSeconds(3600L * hours), 13, paul))
          .send()
          .isProblem(422, "companion-shift-refused")
          .hasFault("/relief", "not-free");
    }
  }

  @Test
  @Proves("C10")
  void plansAreTakenBackAndWhatHasBegunOnlyWhereItWasAMistake() {
    // Paul relieves somebody else in the first week.
    var monday = MONDAY.plus(Duration.ofDays(35));
    var offer = inForce();
    clock.set(monday);
    service.backedByPaul(sam, client);
    var planned =
        withRelief(offer, monday.plusSeconds(86400), 13, TokenIssuer.subject("paul").value())
            .isCreated()
            .at("/shifts/0/id");
    var day = LocalDate.ofInstant(monday, ZoneOffset.UTC).plusDays(2);
    var leg =
        travels(
                offer,
                end(day + "T10:00:00", "America/Phoenix", "US"),
                end(day + "T23:00:00", "America/Phoenix", "US"))
            .isCreated()
            .at("/itinerary/0/id");
    takesBack(service.paul(), offer, "shifts", planned, "plans-changed")
        .isProblem(409, "withdrawal-of-another");
    takesBack(service.carl(), offer, "shifts", planned, "plans-changed").isNotFound();
    var left = takesBack(sam, offer, "shifts", planned, "plans-changed").isOk();
    assertThat(left.json().at("/shifts")).isEmpty();
    assertThat(Attentions.whom(Attentions.asked("relief-not-needed", client)))
        .isEqualTo(TokenIssuer.subject("paul").value());
    takesBack(sam, offer, "shifts", planned, "twice").isProblem(409, "withdrawn");
    assertThat(takesBack(sam, offer, "legs", leg, "plans-changed").isOk().json().at("/itinerary"))
        .isEmpty();

    var begun = plans(offer, monday.plusSeconds(86400), 8).isCreated().at("/shifts/0/id");
    clock.set(monday.plusSeconds(87000));
    takesBack(sam, offer, "shifts", begun, "plans-changed")
        .isProblem(400, "invalid")
        .hasFault("/reason", "not-possible");
    takesBack(service.rosaTheSupervisor(), offer, "shifts", begun, "wrong-person").isOk();
    assertThat(schedule(offer).json().at("/shifts")).isEmpty();
    Attentions.asked("entered-on-wrong-record", client);
  }

  @Test
  void companionsSignForThemselvesAndStrangersFindNothing() {
    var offer = offers();
    service.backedByPaul(sam, client);
    service
        .paul()
        .post(path + "/" + offer.id() + "/companion-signature")
        .send()
        .isProblem(409, "not-the-companion");
    for (var stranger : List.of(meetings.somebodyNew(), service.carl())) {
      stranger.get(path).send().isNotFound();
      stranger.get(path + "/" + offer.id() + "/schedule").send().isNotFound();
      stranger.post(path).body(offer()).send().isNotFound();
      stranger.post(path + "/" + offer.id() + "/end").send().isNotFound();
    }
  }

  private static Map<String, Object> offer() {
    return Map.of("terms", "I stay, you decide", "privatePay", true);
  }

  private Answer offers() {
    return sam.post(path).body(offer()).send().isCreated();
  }

  private Answer clientSigns(Answer offer, String mode) {
    return sam.post(path + "/" + offer.id() + "/client-signature")
        .body(Map.of("goalMode", mode, "act", actNow()))
        .send()
        .isOk();
  }

  private Answer companionSigns(Answer offer) {
    return sam.post(path + "/" + offer.id() + "/companion-signature").send();
  }

  private Answer inForce() {
    var offer = offers();
    clientSigns(offer, "abstinence");
    return companionSigns(offer).isOk();
  }

  private Answer plans(Answer offer, Instant from, int hours) {
    return sam.post(path + "/" + offer.id() + "/shifts").body(shift(from, hours)).send();
  }

  private Answer withRelief(Answer offer, String relief) {
    return withRelief(offer, MONDAY, 24, relief);
  }

  private Answer withRelief(Answer offer, Instant from, int hours, String relief) {
    return sam.post(path + "/" + offer.id() + "/shifts").body(reliefOf(from, hours, relief)).send();
  }

  private static Map<String, Object> reliefOf(Instant from, int hours, String relief) {
    var shift = new HashMap<>(shift(from, hours));
    shift.put("relief", relief);
    return shift;
  }

  private Answer schedule(Answer offer) {
    return sam.get(path + "/" + offer.id() + "/schedule").send().isOk();
  }

  private Answer takesBack(Api who, Answer offer, String what, String id, String reason) {
    return who.post(path + "/" + offer.id() + "/" + what + "/" + id + "/withdrawal")
        .body(Map.of("reason", reason))
        .send();
  }

  private static Map<String, Object> shift(Instant from, int hours) {
    return Map.of(
        "startsAt", from.toString(), "endsAt", from.plusSeconds(3600L * hours).toString());
  }

  private Answer travels(Answer offer, Map<String, Object> departs, Map<String, Object> arrives) {
    return sam.post(path + "/" + offer.id() + "/legs")
        .body(Map.of("departs", departs, "arrives", arrives))
        .send();
  }

  private static Map<String, Object> phoenix(String day) {
    return end(day + "T10:00:00", "America/Phoenix", "US");
  }

  private static Map<String, Object> end(String at, String zone, String country) {
    return Map.of("at", at, "zone", zone, "country", country);
  }
}
