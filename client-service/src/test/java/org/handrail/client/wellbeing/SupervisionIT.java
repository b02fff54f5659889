package org.handrail.client.wellbeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.specialist.Roster.ZONE;
import static org.handrail.client.specialist.Roster.asked;
import static org.handrail.client.specialist.Roster.today;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.Attentions;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** Supervision is for the specialist, and there is enough of it. */
@HandrailIT
class SupervisionIT {
  private final Roster here;
  private final Roster there;
  private final Sweeping sweeping;
  private final SettableClock clock;

  SupervisionIT(Api api, TokenIssuer tokens, Sweeping sweeping, SettableClock clock) {
    here = new Roster(api, tokens, "yarrowford");
    there = new Roster(api, tokens, "mossford");
    this.sweeping = sweeping;
    this.clock = clock;
  }

  @Test
  @Proves("R22")
  void supervisionIsAboutTheSpecialistAndNamesNoClient() {
    var eli = here.joins("eli");
    here.registers(here.peer("eli"), "Gwen");
    here.registers(here.peer("eli"), "\u0645\u06cc\u200c\u0631\u0627");
    var path = "/api/specialists/" + eli + "/supervision-sessions";
    var held = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS).toString();
    for (var notes :
        List.of(
            "About " + UUID.randomUUID(),
            "About " + UUID.randomUUID().toString().replace("-", ""),
            "About " + UUID.randomUUID().toString().replace("-", "\u2011\u200b"),
            "Talked of GWEN  brook's housing",
            "gwen brook",
            "G\u200bwen Bro\u00adok",
            "Gwen\u200bBrook",
            "\u0645\u06cc\u200c\u0631\u0627 Brook",
            "\u0645\u06cc\u0631\u0627 Brook")) {
      here.supervisor()
          .post(path)
          .body(Map.of("heldAt", held, "minutes", 60, "notes", notes))
          .send()
          .isProblem(422, "client-named")
          .hasFault("/notes", "client-named");
    }
    here.supervisor()
        .post(path)
        .body(Map.of("heldAt", held, "minutes", 60, "clientId", UUID.randomUUID()))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/clientId", "unknown-field");
    here.as("eli", PEER_SPECIALIST, SUPERVISOR)
        .post(path)
        .body(Map.of("heldAt", held, "minutes", 60))
        .send()
        .isProblem(409, "own-supervision");
    here.supervisor()
        .post(path)
        .body(Map.of("heldAt", held, "minutes", 60, "notes", "Boundaries, and rest"))
        .send()
        .isCreated();
    assertThat(here.peer("eli").get(path).send().isOk().at("/items/0/notes"))
        .isEqualTo("Boundaries, and rest");
    here.peer("ben").get(path).send().isNotFound();
    there.supervisor().get(path).send().isNotFound();
    here.admin().get(path).send().isProblem(403, "role-not-allowed");
  }

  @Test
  @Proves("R22")
  void aMonthWithTooLittleSupervisionIsToldToBoth() {
    var flo = here.joins("flo");
    var gus = here.joins("gus");
    var second = today().withDayOfMonth(1).plusMonths(2);
    // An hour in each month is what the agency promised.
    for (var month = today().withDayOfMonth(1);
        month.isBefore(second);
        month = month.plusMonths(1)) {
      var lastDay = month.plusMonths(1).minusDays(1);
      clock.set(lastDay.atTime(12, 0).atZone(ZONE).toInstant());
      sweeping.sweep();
      here.supervisor()
          .post("/api/specialists/{id}/supervision-sessions", gus)
          .body(Map.of("heldAt", lastDay.atTime(10, 0).atZone(ZONE).toInstant(), "minutes", 60))
          .send()
          .isCreated();
    }
    clock.set(second.atTime(1, 0).atZone(ZONE).toInstant());
    sweeping.sweep();
    assertThat(asked("supervision-short", flo, 2))
        .containsExactlyInAnyOrder("supervisor", here.subject("flo"));
    assertThat(Attentions.isAsked("supervision-short", gus))
        .as("asked of whom there was enough of it")
        .isFalse();
  }
}
