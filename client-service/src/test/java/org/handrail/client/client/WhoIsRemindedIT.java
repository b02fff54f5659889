package org.handrail.client.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.Forms.consentOf;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.client.encounter.Meetings;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** Who is reminded of somebody, and of whom nobody is any more. */
@HandrailIT
class WhoIsRemindedIT {
  private final ClientService service;
  private final Meetings meetings;
  private final SettableClock clock;
  private final Sweeping sweeping;
  // Of others nobody's list is looked through.
  private final Api ida;
  private final String idas;

  WhoIsRemindedIT(Api api, TokenIssuer tokens, SettableClock clock, Sweeping sweeping) {
    service = new ClientService(api, tokens);
    meetings = new Meetings(api, tokens);
    this.clock = clock;
    this.sweeping = sweeping;
    var name = "ida " + UUID.randomUUID();
    ida = meetings.specialist(name);
    idas = TokenIssuer.subject(name).value();
  }

  @Test
  @Proves("P2-NPP-1")
  void ofANoticeThatWaitsOnAMergedRecordWhoIsAtTheSideOfTheOneThatStandsIsRemindedUntilItIsGiven() {
    var merged = service.registers("Finn");
    var surviving = meetings.clientOf(ida);
    var at = clock.instant().plus(Duration.ofDays(2));
    defers(service.maya(), merged, at);
    service.merges(merged, surviving).isCreated();
    assertThat(offers()).contains(surviving.toString()).doesNotContain(merged.toString());

    clock.set(at.plusSeconds(1));
    sweeping.sweep();
    assertThat(Attentions.asked("notice-due", surviving).at("/subject").asString()).isEqualTo(idas);

    service.givesNotice(ida, surviving, "2026-02");
    assertThat(offers()).doesNotContain(surviving.toString());
    var other = meetings.clientOf(ida);
    defers(ida, other, at.plus(Duration.ofDays(90)));
    clock.set(at.plus(Duration.ofDays(91)));
    sweeping.sweep();
    assertThat(Attentions.oneOf(merged, other).at("/subjectId").asString())
        .isEqualTo(other.toString());
    assertThat(Attentions.asked("notice-due", surviving, 1)).hasSize(1);

    // Once they part, the other has no notice, and that is not forgotten.
    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", merged).send().hasStatus(204);
    clock.set(at.plus(Duration.ofDays(190)));
    sweeping.sweep();
    Attentions.asked("notice-due", merged);
  }

  @Test
  @Proves("P2-NPP-2")
  void nobodyIsOfferedANoticeWhoWentOrDied() {
    var went = meetings.clientOf(ida);
    var died = meetings.clientOf(ida);
    for (var client : new UUID[] {went, died}) {
      defers(ida, client, clock.instant().plus(Duration.ofDays(2)));
    }
    assertThat(offers()).contains(went.toString(), died.toString());
    closes(ida, went, Map.of("act", ClientService.actNow()));
    dies(ida, died);
    assertThat(offers()).doesNotContain(went.toString(), died.toString());
    // Whoever is back and cannot take it in yet is there again.
    clock.advance(Duration.ofMinutes(1));
    defers(ida, went, clock.instant().plus(Duration.ofDays(2)));
    assertThat(offers()).contains(went.toString());
  }

  @Test
  @Proves({"P2-EXP-1", "V7"})
  void nobodyIsRemindedOfConsentsOfAndPromisesToWhoDied() {
    var died = service.registers("Ella");
    var lives = service.registers("Ella");
    var end = clock.instant().plus(Duration.ofDays(40));
    var consentOfDead = consents(died, end);
    var consent = consents(lives, end.plusSeconds(60));
    var promiseToDead = promises(died, end.minus(Duration.ofDays(31)));
    var promise = promises(lives, end.minus(Duration.ofDays(31)).plusSeconds(60));
    dies(service.maya(), died);

    clock.set(end.minus(Duration.ofDays(29)));
    sweeping.sweep();

    assertThat(Attentions.oneOf(consent, consentOfDead).at("/subjectId").asString())
        .isEqualTo(consent.toString());
    assertThat(Attentions.oneOf(promise, promiseToDead).at("/subjectId").asString())
        .isEqualTo(promise.toString());
  }

  @Test
  @Proves({"P2-EXP-1", "P2-NPP-1", "V7"})
  void whoWasHeldDeadByMistakeIsRemindedOfAgain() {
    var client = service.registers("Ella");
    var end = clock.instant().plus(Duration.ofDays(40));
    var consent = consents(client, end);
    var promise = promises(client, end.minus(Duration.ofDays(31)));
    defers(service.maya(), client, end.minus(Duration.ofDays(31)));
    dies(service.maya(), client);
    clock.set(end.minus(Duration.ofDays(29)));
    sweeping.sweep();

    service.maya().post("/api/clients/{id}/episodes", client).send().isCreated();
    clock.set(end.minus(Duration.ofDays(13)));
    sweeping.sweep();
    Attentions.asked("consent-expiring", consent);
    Attentions.asked("promise-due", promise);
    Attentions.asked("notice-due", client);
  }

  @Test
  @Proves({"P2-EXP-1", "V7"})
  void whoIsThereByALaterRecordDidNotDie() {
    var heldDead = service.registers("Ella");
    dies(service.maya(), heldDead);
    clock.advance(Duration.ofMinutes(1));
    var lives = service.registers("Ella");
    service.maya().post("/api/clients/{id}/episodes", lives).send().isCreated();
    var end = clock.instant().plus(Duration.ofDays(40));
    var consent = consents(lives, end);
    var promise = promises(lives, end.minus(Duration.ofDays(31)));
    service.merges(heldDead, lives).isCreated();
    clock.set(end.minus(Duration.ofDays(30)));
    sweeping.sweep();
    Attentions.asked("consent-expiring", consent);
    Attentions.asked("promise-due", promise);
  }

  private UUID consents(UUID client, Instant end) {
    var form = new HashMap<>(consentOf(client, "Ella"));
    form.put("expires", Map.of("at", end.toString()));
    return service.signsNow(form).id();
  }

  private UUID promises(UUID client, Instant dueAt) {
    return service
        .maya()
        .post("/api/clients/{id}/promises", client)
        .body(Map.of("words", "I call the clinic", "dueAt", dueAt.toString()))
        .send()
        .isCreated()
        .id();
  }

  private void dies(Api specialist, UUID client) {
    var episode = specialist.post("/api/clients/{id}/episodes", client).send().isCreated();
    closes(service.rosaTheSupervisor(), client, episode, Map.of("reason", "died"));
  }

  private void closes(Api specialist, UUID client, Map<String, Object> how) {
    var episode = specialist.post("/api/clients/{id}/episodes", client).send().isCreated();
    closes(specialist, client, episode, how);
  }

  private static void closes(Api who, UUID client, Answer episode, Map<String, Object> how) {
    who.post("/api/clients/" + client + "/episodes/" + episode.id() + "/closing")
        .body(how)
        .ifMatch(episode)
        .send()
        .isOk();
  }

  private static void defers(Api specialist, UUID client, Instant remindAt) {
    specialist
        .post("/api/clients/{id}/notices/deferral", client)
        .body(Map.of("deferredReason", "capacity", "remindAt", remindAt.toString()))
        .send()
        .isCreated();
  }

  private String offers() {
    return ida.get("/api/clients/notice-offers?limit=200").send().isOk().text();
  }
}
