package org.handrail.client.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.LockWaits;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A specialist leaves in the moment in which somebody gives them a client. */
@HandrailIT
class LeavingAtOnceIT {
  private final Roster here;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  LeavingAtOnceIT(Api api, TokenIssuer tokens, JdbcClient jdbc, Transactions transactions) {
    here = new Roster(api, tokens, "leaving-" + UUID.randomUUID().toString().substring(0, 8));
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Test
  @Proves("R22")
  void whoIsGivenAClientWhileTheyLeaveIsFollowedByWhoStandsIn() throws Exception {
    var kay = here.joins("kay");
    var client = here.registers(here.peer("pam"), "Abe");
    here.assigns(here.peer("pam"), client, "kay").isCreated();

    var answers =
        oneAfterTheOther(
            client,
            () -> handsOverToKay(client),
            () -> here.supervisor().post("/api/specialists/{id}/departure", kay).send());

    assertThat(answers).extracting(Answer::status).containsExactly(201, 204);
    here.peer("kay").get("/api/clients/{id}", client).send().isNotFound();
    assertThat(here.peer("pam").get("/api/clients/{id}", client).send().isOk().at("/relation"))
        .isEqualTo("primary");
  }

  private Answer handsOverToKay(UUID client) {
    return here.supervisor()
        .post("/api/clients/{id}/assignments", client)
        .body(Map.of("subject", here.subject("kay"), "relation", "primary"))
        .send();
  }

  /** Both wait for the client's record, the one before the other. */
  private List<Answer> oneAfterTheOther(UUID client, Callable<Answer> one, Callable<Answer> other)
      throws Exception {
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      var both =
          AgencyScope.as(new AgencyId(here.id()))
              .call(
                  () ->
                      transactions.inTransaction(
                          () -> {
                            jdbc.sql("select id from client where id = :id for update")
                                .param("id", client)
                                .query(UUID.class)
                                .single();
                            var first = workers.submit(one);
                            LockWaits.awaitThat(1, jdbc);
                            var second = workers.submit(other);
                            LockWaits.awaitThat(2, jdbc);
                            return List.of(first, second);
                          }));
      return List.of(both.getFirst().get(), both.getLast().get());
    }
  }
}
