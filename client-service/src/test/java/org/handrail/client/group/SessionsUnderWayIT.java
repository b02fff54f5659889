package org.handrail.client.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.encounter.Meetings;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** What may be said of a session before it begins, and while it goes on. */
@HandrailIT
class SessionsUnderWayIT {
  private static final Instant BEGIN = Instant.parse("2026-12-14T18:00:00Z");

  private final ClientService service;
  private final SettableClock clock;
  private final Api sam;
  private final UUID client;
  private final Facilitator evenings;

  SessionsUnderWayIT(Api api, TokenIssuer tokens, SettableClock clock) {
    service = new ClientService(api, tokens);
    this.clock = clock;
    var meetings = new Meetings(api, tokens);
    sam = meetings.somebodyNew();
    client = meetings.clientOf(sam);
    evenings = new Facilitator(sam);
  }

  @Test
  @Proves("BILL-1")
  void nothingIsOnARecordBeforeItBeginsNorSignedOffAndCountedBeforeItIsOver() {
    clock.set(BEGIN.minus(Duration.ofMinutes(20)));
    var group = evenings.begins(3).isCreated();
    var session = evenings.meets(group, BEGIN);
    evenings.comes(group, session, "A.B.");
    var wish = Facilitator.wish(client);
    wish.put("act", ClientService.act(clock.instant()));
    Facilitator.puts(sam, group, session, wish).isProblem(409, "session-not-open");

    clock.set(BEGIN.plus(Duration.ofMinutes(10)));
    wish.put("act", ClientService.act(clock.instant()));
    var encounter = encounterOf(Facilitator.puts(sam, group, session, wish).isCreated());
    signsOff(encounter).isProblem(409, "encounter-not-over");
    assertThat(units().json().at("/items")).isEmpty();

    clock.set(BEGIN.plus(Duration.ofMinutes(61)));
    signsOff(encounter).isOk();
    assertThat(units().json().at("/items")).hasSize(1);
  }

  private Answer encounterOf(Answer put) {
    return sam.get("/api/encounters/{id}", UUID.fromString(put.at("/encounterId"))).send().isOk();
  }

  private Answer signsOff(Answer encounter) {
    return service
        .rosaTheSupervisor()
        .post("/api/encounters/{id}/sign-off", UUID.fromString(encounter.at("/id")))
        .ifMatch(encounter)
        .send();
  }

  private Answer units() {
    return sam.get("/api/encounters/units?payer=nc-medicaid&day=2026-12-14&clientId=" + client)
        .send()
        .isOk();
  }
}
