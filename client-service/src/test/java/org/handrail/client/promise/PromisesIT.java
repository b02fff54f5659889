package org.handrail.client.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.AtOnce;
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

@HandrailIT
class PromisesIT {
  private final ClientService service;
  private final Meetings meetings;
  private final SettableClock clock;
  private final Sweeping sweeping;
  private final Api sam;
  private final UUID client;

  PromisesIT(Api api, TokenIssuer tokens, SettableClock clock, Sweeping sweeping) {
    service = new ClientService(api, tokens);
    meetings = new Meetings(api, tokens);
    this.clock = clock;
    this.sweeping = sweeping;
    sam = meetings.somebodyNew();
    client = meetings.clientOf(sam);
  }

  @Test
  @Proves("V7")
  void aPromiseIsSeenByTheClientKeptOrNot() {
    var made = promise("I'll call the landlord with you", clock.instant().plusSeconds(7200));
    assertThat(made.at("/status")).isEqualTo("open");
    var own = meetings.signIn(sam, client);
    assertThat(own.get(promises()).send().isOk().at("/items/0/words"))
        .isEqualTo("I'll call the landlord with you");
    var ended =
        sam.post(promises() + "/" + made.id() + "/outcome")
            .body(Map.of("became", "not-kept", "note", "I was ill; we call on Monday"))
            .ifMatch(made)
            .send()
            .isOk();
    var seen = own.get(promises()).send().isOk();
    assertThat(seen.at("/items/0/status")).isEqualTo("not-kept");
    assertThat(seen.at("/items/0/note")).isEqualTo("I was ill; we call on Monday");
    own.post(promises() + "/" + made.id() + "/outcome")
        .body(Map.of("became", "kept"))
        .ifMatch(ended)
        .send()
        .isProblem(409, "promise-ended");
  }

  @Test
  @Proves("V7")
  void whoPromisedIsRemindedWhenItIsDue() {
    var kept = promise("This one is kept in time", clock.instant().plus(Duration.ofHours(1)));
    sam.post(promises() + "/" + kept.id() + "/outcome")
        .body(Map.of("became", "kept"))
        .ifMatch(kept)
        .send()
        .isOk();
    var open = promise("This one is forgotten", clock.instant().plus(Duration.ofHours(2)));
    clock.advance(Duration.ofHours(3));
    sweeping.sweep();
    var asked = Attentions.oneOf(kept.id(), open.id());
    assertThat(asked.at("/subjectId").asString()).isEqualTo(open.id().toString());
    assertThat(asked.at("/code").asString()).isEqualTo("promise-due");
    assertThat(asked.at("/subject").asString()).isEqualTo(open.at("/specialist"));
  }

  @Test
  @Proves("V7")
  void whoIsThereForTheClientIsRemindedOnceWhoPromisedIsNot() {
    var made = promise("I'll bring the form", clock.instant().plus(Duration.ofHours(1)));
    var name = "another " + UUID.randomUUID();
    var surviving = meetings.clientOf(meetings.specialist(name));
    service.merges(client, surviving).isCreated();
    clock.advance(Duration.ofHours(2));
    sweeping.sweep();
    assertThat(Attentions.oneOf(made.id()).at("/subject").asString())
        .isEqualTo(TokenIssuer.subject(name).value());
  }

  @Test
  void ofTwoWhoSayAtOnceWhatBecameOfItByEachRecordOneDoes() throws Exception {
    var made = promise("I'll bring the form", clock.instant().plusSeconds(3600));
    var surviving = meetings.clientOf(sam);
    service.merges(client, surviving).isCreated();
    var statuses =
        AtOnce.meetBefore(
            "promise",
            () -> outcome(client, made, "kept").status(),
            () -> outcome(surviving, made, "not-kept").status());
    assertThat(statuses).containsExactlyInAnyOrder(200, 412);
  }

  private Answer outcome(UUID of, Answer made, String became) {
    return sam.post("/api/clients/{id}/promises/{promise}/outcome", of, made.id())
        .body(Map.of("became", became))
        .ifMatch(made)
        .send();
  }

  @Test
  void anotherTimeNeedsTheClient() {
    var made = promise("I'll bring the form", clock.instant().plusSeconds(3600));
    var path = promises() + "/" + made.id() + "/renegotiation";
    var later = clock.instant().plusSeconds(86400).toString();
    sam.post(path)
        .body(Map.of("dueAt", later))
        .ifMatch(made)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    sam.post(path)
        .body(Map.of("dueAt", "2026-01-01T00:00:00Z", "act", ClientService.act()))
        .ifMatch(made)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/dueAt", "in-past");
    sam.post(path)
        .body(Map.of("dueAt", later, "act", ClientService.act()))
        .ifMatch(made)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-promise");
    var moved =
        sam.post(path)
            .body(Map.of("dueAt", later, "act", ClientService.actNow()))
            .ifMatch(made)
            .send()
            .isOk();
    assertThat(Instant.parse(moved.at("/dueAt"))).isAfter(Instant.parse(made.at("/dueAt")));
    assertThat(moved.at("/status")).isEqualTo("open");
  }

  @Test
  @Proves("V7")
  void promisesOfBothRecordsOfAPersonAreTheirs() {
    var first = promise("I'll bring the form", clock.instant().plusSeconds(3600));
    var second = promise("I'll call the clinic", clock.instant().plusSeconds(3600));
    var surviving = meetings.clientOf(sam);
    var theirs = "/api/clients/" + surviving + "/promises";
    var merge = "/api/clients/" + client + "/merge";
    service.rosaTheSupervisor().post(merge).body(Map.of("into", surviving)).send().isCreated();
    var kept = Map.of("became", "kept");
    assertThat(sam.get(theirs).send().isOk().json().at("/items")).hasSize(2);
    sam.post(theirs + "/" + first.id() + "/outcome").body(kept).ifMatch(first).send().isOk();
    sam.post(promises() + "/" + second.id() + "/outcome").body(kept).ifMatch(second).send().isOk();
    sam.post(promises())
        .body(Map.of("words", "Something new", "dueAt", "2030-01-01T00:00:00Z"))
        .send()
        .isProblem(409, "client-merged");
    var paged = sam.get(theirs + "?limit=1").send().isOk();
    var rest = sam.get(theirs + "?after=" + paged.at("/items/0/id")).send().isOk();
    assertThat(rest.json().at("/items")).hasSize(1);
    service.rosaTheSupervisor().delete(merge).send().hasStatus(204);
    assertThat(sam.get(theirs).send().isOk().json().at("/items")).isEmpty();
  }

  @Test
  void strangersFindNothing() {
    var made = promise("I'll be there", clock.instant().plusSeconds(3600));
    var other = meetings.clientOf(sam);
    for (var stranger : List.of(service.paul(), service.carl())) {
      stranger.get(promises()).send().isNotFound();
      stranger
          .post(promises())
          .body(Map.of("words", "Me too", "dueAt", "2030-01-01T00:00:00Z"))
          .send()
          .isNotFound();
    }
    // Nor is it found under somebody else.
    sam.post("/api/clients/{id}/promises/{promise}/outcome", other, made.id())
        .body(Map.of("became", "kept"))
        .ifMatch(made)
        .send()
        .isNotFound();
  }

  private String promises() {
    return "/api/clients/" + client + "/promises";
  }

  private Answer promise(String words, Instant dueAt) {
    return sam.post(promises())
        .body(Map.of("words", words, "dueAt", dueAt.toString()))
        .send()
        .isCreated();
  }
}
