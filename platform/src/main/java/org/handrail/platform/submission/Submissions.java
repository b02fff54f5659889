package org.handrail.platform.submission;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission.Outcome;
import org.handrail.platform.submission.Submission.Sent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys under which requests took effect, each in the transaction of its effect. Kept are hashes
 * only, the body's with the key in it: whoever reads the row cannot try which words were sent.
 */
final class Submissions {
  private static final String KEY = "encode(sha256(convert_to(:key, 'UTF8')), 'hex')";
  private static final String BODY =
      "encode(sha256(convert_to(:key || ' ' || :bodyHash, 'UTF8')), 'hex')";

  static final ProblemType KEY_MISSING =
      ProblemType.of("idempotency-key-missing", 400, "Send an Idempotency-Key");
  static final ProblemType KEY_MALFORMED =
      ProblemType.of(
          "idempotency-key-malformed", 400, "An Idempotency-Key has 1 to 128 printable characters");
  static final ProblemType KEY_REUSED =
      ProblemType.of("idempotency-key-reused", 422, "This key was used for another request");
  static final ProblemType IN_FLIGHT =
      ProblemType.of("idempotency-in-flight", 409, "The same request is still at work");

  private final Transactions transactions;
  private final JdbcClient jdbc;

  Submissions(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  Optional<Outcome> earlier(Sent sent) {
    return AgencyScope.as(sent.person())
        .call(() -> transactions.reading(() -> find(sent)))
        .map(Row::replay);
  }

  <T extends @Nullable Object> Outcome once(
      Sent sent, int status, Supplier<T> existing, Function<T, UUID> effect) {
    return AgencyScope.as(sent.person())
        .call(
            () -> transactions.inTransaction(() -> inTransaction(sent, status, existing, effect)));
  }

  private <T extends @Nullable Object> Outcome inTransaction(
      Sent sent, int status, Supplier<T> existing, Function<T, UUID> effect) {
    var alone = lock(sent);
    // Whatever the key says, a stranger gets a stranger's answer.
    var found = existing.get();
    if (!alone) {
      throw Refusal.of(IN_FLIGHT);
    }
    var earlier = find(sent);
    if (earlier.isPresent()) {
      return earlier.get().replay();
    }
    var id = effect.apply(found);
    record(sent, status, id);
    return new Outcome(id, status, false);
  }

  private record Row(boolean same, int status, UUID id) {
    Outcome replay() {
      if (!same) {
        throw Refusal.of(KEY_REUSED);
      }
      return new Outcome(id, status, true);
    }
  }

  private boolean lock(Sent sent) {
    return jdbc.sql(
            """
            select pg_try_advisory_xact_lock(hashtextextended(
              jsonb_build_array('submission', :agency, :subject, :route, :key)::text, 0))
            """)
        .param("agency", sent.person().agency().value())
        .param("subject", sent.person().subject().value())
        .param("route", sent.route())
        .param("key", sent.key())
        .query(Boolean.class)
        .single();
  }

  private Optional<Row> find(Sent sent) {
    return jdbc.sql(
            """
            select body_hash = %s as same, status, resource_id from submission
            where agency = :agency and subject = :subject and route = :route and key = %s
            """
                .formatted(BODY, KEY))
        .param("agency", sent.person().agency().value())
        .param("subject", sent.person().subject().value())
        .param("route", sent.route())
        .param("key", sent.key())
        .param("bodyHash", sent.bodyHash())
        .query(
            (row, number) ->
                new Row(
                    row.getBoolean("same"),
                    row.getInt("status"),
                    row.getObject("resource_id", UUID.class)))
        .optional();
  }

  private void record(Sent sent, int status, UUID id) {
    jdbc.sql(
            """
            insert into submission (agency, subject, route, key, body_hash, status, resource_id)
            values (:agency, :subject, :route, %s, %s, :status, :id)
            """
                .formatted(KEY, BODY))
        .param("agency", sent.person().agency().value())
        .param("subject", sent.person().subject().value())
        .param("route", sent.route())
        .param("key", sent.key())
        .param("bodyHash", sent.bodyHash())
        .param("status", status)
        .param("id", id)
        .update();
  }
}
