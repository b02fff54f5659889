package org.handrail.client.companion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

/** How long companions stay, who relieves them, and when they rest. */
@HandrailIT
class ShiftsIT {
  private static final Instant MONDAY = Instant.parse("2026-12-07T08:00:00Z");
  private static final String PAUL = TokenIssuer.subject("paul").value();

  private final ClientService service;
  private final Meetings meetings;
  private final SettableClock clock;
  private final Api sam;
  private final UUID client;
  private final Companionship sams;
  private final Companionship pauls;

  ShiftsIT(Api api, TokenIssuer tokens, SettableClock clock) {
    this.clock = clock;
    service = new ClientService(api, tokens);
    meetings = new Meetings(api, tokens);
    sam = meetings.somebodyNew();
    client = meetings.clientOf(sam);
    sams = new Companionship(sam, client);
    pauls = new Companionship(service.paul(), client);
  }

  @Test
  @Proves("C10")
  void aDayAndANightNeedRelief() {
    var offer = sams.inForce();
    sams.plans(offer, MONDAY, 24)
        .isProblem(422, "companion-shift-refused")
        .hasFault("/relief", "relief-missing");
    sams.withRelief(offer, MONDAY, 24, PAUL)
        .isProblem(422, "companion-shift-refused")
        .hasFault("/relief", "not-at-the-clients-side");
    sams.withRelief(offer, MONDAY, 24, offer.at("/companion"))
        .isProblem(422, "companion-shift-refused")
        .hasFault("/relief", "not-at-the-clients-side");
    service.backedByPaul(sam, client);
    pauls.plans(offer, MONDAY, 8).isProblem(409, "not-the-companion");
    // Whoever takes over is free then.
    var nextMonday = MONDAY.plusSeconds(7 * 86400);
    pauls.plans(pauls.inForce(), nextMonday, 8).isCreated();
    sams.withRelief(offer, nextMonday, 20, PAUL)
        .isProblem(422, "companion-shift-refused")
        .hasFault("/relief", "not-free");
    sams.plans(offer, Instant.parse("2006-03-01T08:00:00Z"), 8)
        .isProblem(422, "companion-shift-refused")
        .hasFault("/startsAt", "too-long-ago");
    var planned = sams.withRelief(offer, MONDAY, 24, PAUL).isCreated();
    assertThat(planned.at("/shifts/0/relief")).isEqualTo(PAUL);
    assertThat(planned.at("/shifts/0/endsAt")).isEqualTo("2026-12-08T08:00:00Z");
  }

  @Test
  @Proves("C10")
  void restCountsAcrossAllWhomACompanionAccompanies() {
    sams.plans(sams.inForce(), MONDAY, 8).isCreated();
    var other = new Companionship(sam, meetings.clientOf(sam));
    other
        .plans(other.inForce(), MONDAY.plusSeconds(3600 * 12), 4)
        .isProblem(422, "companion-shift-refused")
        .hasFault("/startsAt", "rest-too-short");
  }

  @Test
  @Proves("BILL-1")
  void whatFallsIntoACompanionsShiftIsNotBilledBesides() {
    var nine = Meetings.NINE;
    sams.plans(sams.inForce(), nine.minusSeconds(3600), 8).isCreated();
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
    var offer = sams.inForce();
    var next = sams.inForce();
    clock.set(MONDAY.plusSeconds(3600));
    sams.plans(offer, MONDAY.plusSeconds(7200), 8).isCreated();
    sams.plans(offer, MONDAY.plusSeconds(86400), 8).isCreated();
    clock.set(MONDAY.plusSeconds(3 * 3600));
    sam.post(sams.path() + "/" + offer.id() + "/end").send().isOk();
    var left = sams.schedule(offer);
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
    sams.plans(next, MONDAY.plusSeconds(26 * 3600), 8).isCreated();
  }

  @Test
  @Proves("C10")
  void whoRelievesACompanionIsNowhereElseAndRestsToo() {
    var offer = sams.inForce();
    service.backedByPaul(sam, client);
    var tuesdayOf3Weeks = MONDAY.plusSeconds(22 * 86400);
    sams.withRelief(offer, tuesdayOf3Weeks, 13, PAUL).isCreated();
    var his = pauls.inForce();
    for (var hours : List.of(0, 14)) {
      pauls
          .plans(his, tuesdayOf3Weeks.plusSeconds(3600L * hours), 4)
          .isProblem(422, "companion-shift-refused")
          .hasFault("/startsAt", "rest-too-short");
    }
    var kim = meetings.somebodyNew();
    var other = meetings.clientOf(kim);
    service.backedByPaul(kim, other);
    var kims = new Companionship(kim, other);
    var hers = kims.inForce();
    for (var hours : List.of(0, 14)) {
      kims.withRelief(hers, tuesdayOf3Weeks.plusSeconds(3600L * hours), 13, PAUL)
          .isProblem(422, "companion-shift-refused")
          .hasFault("/relief", "not-free");
    }
  }

  @Test
  @Proves("C10")
  void plansAreTakenBackAndWhatHasBegunOnlyWhereItWasAMistake() {
    // Paul relieves somebody else in the first week.
    var monday = MONDAY.plus(Duration.ofDays(35));
    var offer = sams.inForce();
    clock.set(monday);
    service.backedByPaul(sam, client);
    var planned =
        sams.withRelief(offer, monday.plusSeconds(86400), 13, PAUL).isCreated().at("/shifts/0/id");
    var day = LocalDate.ofInstant(monday, ZoneOffset.UTC).plusDays(2);
    var leg =
        sams.travels(
                offer,
                Companionship.end(day + "T10:00:00", "America/Phoenix", "US"),
                Companionship.end(day + "T23:00:00", "America/Phoenix", "US"))
            .isCreated()
            .at("/itinerary/0/id");
    takesBack(service.paul(), offer, "shifts", planned, "plans-changed")
        .isProblem(409, "withdrawal-of-another");
    takesBack(service.carl(), offer, "shifts", planned, "plans-changed").isNotFound();
    var left = takesBack(sam, offer, "shifts", planned, "plans-changed").isOk();
    assertThat(left.json().at("/shifts")).isEmpty();
    assertThat(Attentions.whom(Attentions.asked("relief-not-needed", client))).isEqualTo(PAUL);
    takesBack(sam, offer, "shifts", planned, "twice").isProblem(409, "withdrawn");
    assertThat(takesBack(sam, offer, "legs", leg, "plans-changed").isOk().json().at("/itinerary"))
        .isEmpty();

    var begun = sams.plans(offer, monday.plusSeconds(86400), 8).isCreated().at("/shifts/0/id");
    clock.set(monday.plusSeconds(87000));
    takesBack(sam, offer, "shifts", begun, "plans-changed")
        .isProblem(400, "invalid")
        .hasFault("/reason", "not-possible");
    takesBack(service.rosaTheSupervisor(), offer, "shifts", begun, "wrong-person").isOk();
    assertThat(sams.schedule(offer).json().at("/shifts")).isEmpty();
    Attentions.asked("entered-on-wrong-record", client);
  }

  private Answer takesBack(Api who, Answer offer, String what, String id, String reason) {
    return who.post(sams.path() + "/" + offer.id() + "/" + what + "/" + id + "/withdrawal")
        .body(Map.of("reason", reason))
        .send();
  }
}
