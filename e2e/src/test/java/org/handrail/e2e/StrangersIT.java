package org.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.handrail.e2e.Api.Answer;
import org.handrail.platform.fixtures.Proves;
import org.junit.jupiter.api.Test;

/**
 * What Riverbend holds of a client, tried through the gateway by people of other agencies, by a
 * colleague who is not assigned, and by services: each id is answered as one that nobody has.
 */
class StrangersIT {

  private static final Coalition COALITION = Coalition.running();

  private final Loop loop = Loop.riverbendToHarborlight(COALITION);
  private final List<Attempt> attempts = new ArrayList<>();

  /** One request about one thing, with its id or with any other. */
  private record Attempt(String what, String id, Function<Api, Function<String, Answer>> request) {

    Answer onTheRealOne(Api stranger) {
      return request.apply(stranger).apply(id);
    }

    Answer onNothing(Api stranger) {
      return request.apply(stranger).apply(UUID.randomUUID().toString());
    }
  }

  @Test
  @Proves({"P2-APP-2", "P2-QSO-1", "P2-QSO-2"})
  void anotherAgencysIdsAreThoseOfNothing() {
    riverbendsThings();
    for (var stranger :
        List.of("paul@riverbend.example", "carl@cedarhouse.example", "peter@harborlight.example")) {
      var api = COALITION.as(stranger);
      for (var attempt : attempts) {
        var real = attempt.onTheRealOne(api);
        var nothing = attempt.onNothing(api);
        assertThat(real.status()).as("%s %s", stranger, attempt.what()).isEqualTo(404);
        assertThat(withoutTrace(real))
            .as("%s %s", stranger, attempt.what())
            .isEqualTo(withoutTrace(nothing));
        assertThat(nothing.status()).isEqualTo(404);
      }
    }
  }

  @Test
  void aServicesOwnTokenIsNoPersonsAtTheGateway() {
    var client = loop.meet("Sol");
    for (var service : List.of("referral-service", "plan-service", "analyst-cli")) {
      var api = new Api(COALITION.origin(), () -> COALITION.tokenOfService(service));
      assertThat(api.get("/api/clients/" + client).is(401).code()).isEqualTo("unauthenticated");
    }
  }

  private void riverbendsThings() {
    var name = "Sage";
    var client = loop.meet(name);
    var plan = loop.plan(client);
    var consent = loop.consent(client, name).id();
    var options = loop.choose(client);
    var referral = loop.draft(options).id();
    var act = Map.of("act", Loop.actInPerson());
    get("/api/clients/%s", client);
    get("/api/consents?clientId=%s", client);
    get("/api/disclosures?clientId=%s", client);
    get("/api/plans?clientId=%s", client);
    get("/api/plans/%s", plan);
    get("/api/milestones?planId=%s", plan);
    get("/api/consents/%s", consent);
    get("/api/option-sets/%s", options);
    get("/api/referrals/%s", referral);
    post("/api/clients/%s/agreements", client, Map.of("version", "1", "act", Loop.actInPerson()));
    post("/api/plans/%s/activation", plan, act);
    post("/api/consents/%s/revocation", consent, act);
    post(
        "/api/consents/%s/signature",
        consent, Map.of("signer", "client", "act", Loop.actInPerson()));
    post("/api/referrals/%s/sending", referral, Map.of());
    post("/api/plans", "clientId", client, Map.of());
    post(
        "/api/option-sets",
        "clientId",
        client,
        Map.of("need", "residential-treatment", "services", List.of(UUID.randomUUID())));
  }

  private void get(String path, String id) {
    attempts.add(new Attempt("GET " + path, id, api -> it -> api.get(path.formatted(it))));
  }

  private void post(String path, String id, Object body) {
    attempts.add(
        new Attempt(
            "POST " + path,
            id,
            api ->
                it -> api.post(path.formatted(it), UUID.randomUUID().toString(), "\"1\"", body)));
  }

  /** The id stands in the body. */
  private void post(String path, String field, String id, Map<String, Object> more) {
    attempts.add(
        new Attempt(
            "POST " + path,
            id,
            api ->
                it -> {
                  var body = new java.util.HashMap<>(more);
                  body.put(field, it);
                  return api.post(path, body);
                }));
  }

  private static String withoutTrace(Answer answer) {
    return answer.text().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
  }
}
