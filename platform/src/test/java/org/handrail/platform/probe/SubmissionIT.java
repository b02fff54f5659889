package org.handrail.platform.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformIT
class SubmissionIT {

  private final Api maya;
  private final Api paul;
  private final Api hana;
  private final Gate gate;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  SubmissionIT(Api api, TokenIssuer tokens, Gate gate, JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.maya = api.as(tokens.person("maya").of("riverbend").as(PEER_SPECIALIST));
    this.paul = api.as(tokens.person("paul").of("riverbend").as(PEER_SPECIALIST));
    this.hana = api.as(tokens.person("hana").of("harborlight").as(PEER_SPECIALIST));
    this.gate = gate;
  }

  @Test
  void takesEffectOnce() {
    var key = UUID.randomUUID().toString();
    var first = write(maya, key, "she came by").isCreated();
    var again = write(maya, key, "she came by").isCreated();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(first.header("Replayed")).isEqualTo("false");
    assertThat(again.header("Replayed")).isEqualTo("true");
    assertThat(again.header("Location")).isEqualTo("/api/notes/" + first.id());
  }

  @Test
  void belongsToWhoSentIt() {
    var key = UUID.randomUUID().toString();
    var mayas = write(maya, key, "she came by").isCreated();
    assertThat(write(paul, key, "she came by").isCreated().id()).isNotEqualTo(mayas.id());
    assertThat(write(hana, key, "she came by").isCreated().id()).isNotEqualTo(mayas.id());
  }

  @Test
  void refusesTheKeyOfAnotherRequest() {
    var key = UUID.randomUUID().toString();
    write(maya, key, "she came by").isCreated();
    write(maya, key, "she did not come by").isProblem(422, "idempotency-key-reused");
  }

  @Test
  void refusesTheKeyOfAnotherResource() {
    var one = write(maya, UUID.randomUUID().toString(), "she came by").isCreated().id();
    var other = write(maya, UUID.randomUUID().toString(), "she came by").isCreated().id();
    var key = UUID.randomUUID().toString();
    reword(maya, one, key, "she came by at noon", 0).isOk();
    reword(maya, other, key, "she came by at noon", 0).isProblem(422, "idempotency-key-reused");
    reword(maya, other, UUID.randomUUID().toString(), "she came by at noon", 0).isOk();
  }

  @Test
  void isAnotherKeyAtAnotherKindOfAddress() {
    var key = UUID.randomUUID().toString();
    var note = write(maya, key, "she came by").isCreated();
    reword(maya, note.id(), key, "she came by at noon", 0).isOk();
  }

  @Test
  void nobodyWhoReadsWhatIsKeptCanTryWhichWordsWereSent() throws Exception {
    var key = UUID.randomUUID().toString();
    write(maya, key, "J.B.").isCreated();
    var kept =
        AgencyScope.as(new AgencyId("riverbend"), TokenIssuer.subject("maya"))
            .call(
                () ->
                    transactions.reading(
                        () ->
                            jdbc.sql("select to_jsonb(submission)::text from submission")
                                .query(String.class)
                                .list()));
    assertThat(kept).isNotEmpty();
    var tried = sha256("/api/notes?null\0{\"words\":\"J.B.\"}");
    assertThat(kept).noneMatch(row -> row.contains(key) || row.contains(tried));
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }

  @Test
  void asksForAKey() {
    maya.post("/api/notes")
        .without("Idempotency-Key")
        .body(Map.of("words", "a"))
        .send()
        .isProblem(400, "idempotency-key-missing");
    write(maya, "a".repeat(129), "a").isProblem(400, "idempotency-key-malformed");
    write(maya, "a".repeat(128), "a").isCreated();
    maya.post("/api/notes")
        .also("Idempotency-Key", "another")
        .body(Map.of("words", "a"))
        .send()
        .isProblem(400, "idempotency-key-malformed");
  }

  @Test
  void refusesARepeatWhileTheFirstIsAtWork() throws Exception {
    var words = "wait " + UUID.randomUUID();
    var key = UUID.randomUUID().toString();
    var held = gate.close(words);
    var first = CompletableFuture.supplyAsync(() -> write(maya, key, words));
    try {
      held.awaitReached();
      write(maya, key, words).isProblem(409, "idempotency-in-flight");
    } finally {
      held.open().countDown();
    }
    var created = first.get(20, TimeUnit.SECONDS).isCreated();
    assertThat(write(maya, key, words).isCreated().id()).isEqualTo(created.id());
  }

  @Test
  void leavesNoKeyBehindWhenRefused() {
    var note = write(maya, UUID.randomUUID().toString(), "she came by").isCreated();
    var key = UUID.randomUUID().toString();
    reword(maya, note.id(), key, "she came by", 0).isProblem(409, "settled");
    reword(maya, note.id(), key, "she came by at noon", 0).isOk();
  }

  @Test
  void checksInTheOrderThatTellsStrangersNothing() {
    var note = write(maya, UUID.randomUUID().toString(), "she came by").isCreated();
    var key = UUID.randomUUID().toString();
    // syntax, then If-Match, then existence
    maya.post("/api/notes/{id}/rewording", UUID.randomUUID())
        .body("{\"nope\":1}")
        .send()
        .isProblem(400, "invalid");
    maya.post("/api/notes/{id}/rewording", UUID.randomUUID())
        .body(Map.of("words", "b"))
        .send()
        .isProblem(428, "precondition-required");
    reword(maya, UUID.randomUUID(), key, "b", 0).isNotFound();
    reword(hana, note.id(), key, "b", 0).isNotFound();
    // then the key, then the version, then the rule
    reword(maya, note.id(), key, "b", 0).isOk();
    reword(maya, note.id(), key, "c", 0).isProblem(422, "idempotency-key-reused");
    reword(hana, note.id(), key, "c", 0).isNotFound();
    reword(maya, note.id(), UUID.randomUUID().toString(), "b", 0)
        .isProblem(412, "version-conflict");
    reword(maya, note.id(), UUID.randomUUID().toString(), "b", 1).isProblem(409, "settled");
    // a replay is answered although the version moved on
    assertThat(reword(maya, note.id(), key, "b", 0).isOk().etag()).isEqualTo("\"1\"");
  }

  @Test
  void takesOnlyOurOwnTags() {
    var note = write(maya, UUID.randomUUID().toString(), "she came by").isCreated();
    for (var tag : new String[] {"W/\"0\"", "0", "*", "\"x\"", "\"0\", \"1\""}) {
      maya.post("/api/notes/{id}/rewording", note.id())
          .header("If-Match", tag)
          .body(Map.of("words", "b"))
          .send()
          .isProblem(400, "malformed");
    }
  }

  private static Answer write(Api who, String key, String words) {
    return who.post("/api/notes").key(key).body(Map.of("words", words)).send();
  }

  private static Answer reword(Api who, UUID id, String key, String words, long version) {
    return who.post("/api/notes/{id}/rewording", id)
        .key(key)
        .ifMatch(version)
        .body(Map.of("words", words))
        .send();
  }
}
