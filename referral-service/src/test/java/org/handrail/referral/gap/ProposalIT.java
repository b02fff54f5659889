package org.handrail.referral.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReferralServiceIT
class ProposalIT {
  private final Coalition coalition;

  ProposalIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  @Proves("C14")
  void anybodyProposesAServiceAndTheCoalitionDecidesOnce() {
    Api client = coalition.as("cleo", "riverbend", Role.CLIENT);
    Answer made = propose(client).isCreated();
    assertThat(made.at("/state")).isEqualTo("proposed");

    Answer seen = coalition.olive().get("/api/gaps/proposals/{id}", made.id()).send().isOk();
    assertThat(seen.text())
        .doesNotContain(TokenIssuer.subject("cleo").value(), "riverbend", "proposedBy");
    review(seen, Map.of("decision", "accepted")).isOk();
    review(seen, Map.of("decision", "accepted")).isProblem(412, "version-conflict");
    Answer done = client.get("/api/gaps/proposals/{id}", made.id()).send().isOk();
    assertThat(done.json().at("/history").valueStream().map(step -> step.path("state").asString()))
        .containsExactly("proposed", "accepted");
    review(done, Map.of("decision", "declined", "reason", "other"))
        .isProblem(409, "reviewed-already");
  }

  @Test
  void decisionSaysWhy() {
    Answer made = propose(coalition.maya()).isCreated();
    review(made, Map.of("decision", "declined"))
        .isProblem(422, "review-deficient")
        .hasFault("/reason", "reason-unfit");
    review(made, Map.of("decision", "duplicate"))
        .isProblem(422, "review-deficient")
        .hasFault("/duplicateOf", "service-unfit");
    review(made, Map.of("decision", "duplicate", "duplicateOf", UUID.randomUUID()))
        .isProblem(422, "review-deficient")
        .hasFault("/duplicateOf", "service-unknown");
    UUID known = coalition.residential().getFirst();

    Answer done = review(made, Map.of("decision", "duplicate", "duplicateOf", known)).isOk();
    assertThat(done.at("/duplicateOf")).isEqualTo(known.toString());
  }

  @Test
  void proposalIsItsProposersAndTheReviewers() {
    Answer made = propose(coalition.maya()).isCreated();
    Api colleague = coalition.as("noor", "riverbend", Role.PEER_SPECIALIST, Role.AGENCY_ADMIN);
    colleague.get("/api/gaps/proposals/{id}", made.id()).send().isNotFound();
    colleague
        .post("/api/gaps/proposals/{id}/withdrawal", made.id())
        .ifMatch(made)
        .send()
        .isNotFound();
    coalition.hana().get("/api/gaps/proposals/{id}", made.id()).send().isNotFound();
    coalition
        .olive()
        .post("/api/gaps/proposals/{id}/withdrawal", made.id())
        .ifMatch(made)
        .send()
        .isNotFound();
    assertThat(ids(colleague)).isEmpty();
    assertThat(ids(coalition.olive())).contains(made.id().toString());

    coalition
        .maya()
        .post("/api/gaps/proposals/{id}/withdrawal", made.id())
        .ifMatch(made)
        .send()
        .isOk();
    assertThat(ids(coalition.maya())).contains(made.id().toString());
  }

  @Test
  @Proves("C14")
  void whatIsAcceptedIsFilledByAServiceAndWhoProposedItIsTold() {
    Api client = coalition.as("cleo", "riverbend", Role.CLIENT);
    Answer made = propose(client).isCreated();
    UUID service = coalition.residential().getFirst();
    list(made, service).isProblem(409, "proposal-not-accepted");
    Answer accepted = review(made, Map.of("decision", "accepted")).isOk();
    list(accepted, UUID.randomUUID())
        .isProblem(422, "review-deficient")
        .hasFault("/serviceId", "service-unknown");

    Answer listed = list(accepted, service).isOk();

    assertThat(listed.at("/state")).isEqualTo("listed");
    list(listed, service).isProblem(409, "proposal-not-accepted");
    Answer seen = client.get("/api/gaps/proposals/{id}", made.id()).send().isOk();
    assertThat(seen.at("/listedAs")).isEqualTo(service.toString());
    String cleo = TokenIssuer.subject("cleo").value();
    assertThat(Askings.about(made.id(), 2))
        .containsExactlyInAnyOrder(
            "riverbend proposal-accepted " + cleo, "riverbend proposal-listed " + cleo);
    client
        .post("/api/gaps/proposals/{id}/listing", made.id())
        .ifMatch(listed)
        .body(Map.of("serviceId", service))
        .send()
        .isProblem(403, "role-not-allowed");
  }

  @Test
  @Proves("C14")
  void whatWasDecidedByMistakeIsTakenBackStepByStep() {
    Answer made = propose(coalition.maya()).isCreated();
    reopen(made).isProblem(409, "not-reviewed");
    Answer accepted = review(made, Map.of("decision", "accepted")).isOk();
    Answer listed = list(accepted, coalition.residential().getFirst()).isOk();

    Answer again = reopen(listed).isOk();
    assertThat(again.at("/state")).isEqualTo("accepted");
    assertThat(again.json().has("listedAs")).isFalse();
    Answer open = reopen(again).isOk();
    assertThat(open.at("/state")).isEqualTo("proposed");
    Answer declined = review(open, Map.of("decision", "declined", "reason", "other")).isOk();
    assertThat(reopen(declined).isOk().json().has("reason")).isFalse();

    Answer seen = coalition.maya().get("/api/gaps/proposals/{id}", made.id()).send().isOk();
    assertThat(seen.json().at("/history").valueStream().map(step -> step.path("state").asString()))
        .containsExactly(
            "proposed", "accepted", "listed", "accepted", "proposed", "declined", "proposed");
    assertThat(Askings.about(made.id(), 6))
        .filteredOn(told -> told.contains("proposal-reopened"))
        .hasSize(3);
    coalition
        .maya()
        .post("/api/gaps/proposals/{id}/reopening", made.id())
        .ifMatch(seen)
        .send()
        .isProblem(403, "role-not-allowed");
  }

  @Test
  void nobodyReviewsTheirOwn() {
    Answer made = propose(coalition.olive()).isCreated();
    review(made, Map.of("decision", "accepted")).isProblem(409, "own-review");
    Api otto = coalition.as("otto", "coalition", Role.COALITION_ADMIN);
    otto.post("/api/gaps/proposals/{id}/review", made.id())
        .ifMatch(made)
        .body(Map.of("decision", "accepted"))
        .send()
        .isOk();
    Answer another = propose(coalition.olive()).isCreated();
    coalition
        .olive()
        .post("/api/gaps/proposals/{id}/withdrawal", another.id())
        .ifMatch(another)
        .send()
        .isOk();
  }

  @Test
  void organizationCanBeReached() {
    Map<String, Object> body = new HashMap<>(body());
    body.put("contact", Map.of());
    coalition.maya().post("/api/gaps/proposals").body(body).send().isProblem(400, "invalid");
    body.put("contact", Map.of("email", "nobody"));
    coalition.maya().post("/api/gaps/proposals").body(body).send().isProblem(400, "invalid");
  }

  @ParameterizedTest
  @CsvSource({
    "phone, ((((((",
    "phone, 12345",
    "phone, call us",
    "phone, ''",
    "url, http://???",
    "url, https://localhost/x",
    "url, https://help@example.org",
    "url, 'javascript:alert(1)'",
    "email, pantry@nowhere"
  })
  void whatReachesNobodyIsRefusedAsInTheDirectory(String way, String address) {
    Map<String, Object> body = new HashMap<>(body());
    Map<String, Object> contact = new HashMap<>(Map.of("email", "pantry@example.org"));
    contact.put(way, address);
    body.put("contact", contact);

    coalition
        .maya()
        .post("/api/gaps/proposals")
        .body(body)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/contact/" + way, "wrong-format");
  }

  @ParameterizedTest
  @CsvSource({"email, ''", "phone, ''", "phone, '  '", "url, ''"})
  void aWayWithNothingInItIsNone(String way, String nothing) {
    Map<String, Object> body = new HashMap<>(body());
    body.put("contact", Map.of(way, nothing));

    coalition
        .maya()
        .post("/api/gaps/proposals")
        .body(body)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/contact", "missing");
  }

  @Test
  void howTheyAreReachedIsToldToWhoReviewsItToTheEnd() {
    Map<String, Object> body = new HashMap<>(body());
    var ways =
        Map.of(
            "phone", "1-800-555-HELP ext. 12",
            "email", "pantry@example.org",
            "url", "https://example.org/pantry?day=tue");
    body.put("contact", ways);
    Answer made = coalition.maya().post("/api/gaps/proposals").body(body).send().isCreated();
    Answer accepted = review(made, Map.of("decision", "accepted")).isOk();
    Answer listed = list(accepted, coalition.residential().getFirst()).isOk();

    for (Answer seen : List.of(made, accepted, listed)) {
      ways.forEach((way, address) -> assertThat(seen.at("/contact/" + way)).isEqualTo(address));
    }
    Answer page = coalition.olive().get("/api/gaps/proposals?state=listed&limit=1").send().isOk();
    assertThat(page.at("/items/0/contact/phone")).isEqualTo(ways.get("phone"));
    assertThat(page.at("/items/0/contact/url")).isEqualTo(ways.get("url"));
  }

  @Test
  void isInWordsOfTheDirectory() {
    for (String word : List.of("need", "area")) {
      Map<String, Object> body = new HashMap<>(body());
      body.put(word, "gil-brook-555-0100");
      coalition
          .maya()
          .post("/api/gaps/proposals")
          .body(body)
          .send()
          .isProblem(400, "invalid")
          .hasFault("/" + word, "unknown");
    }
  }

  private static Map<String, Object> body() {
    return Map.of(
        "organization", "  St. Brigid's pantry (Tues & Thurs) ",
        "need", "food",
        "area", "amity-county",
        "contact", Map.of("phone", "(419) 555-0188"));
  }

  private static Answer propose(Api by) {
    return by.post("/api/gaps/proposals").body(body()).send();
  }

  private Answer review(Answer seen, Map<String, Object> decision) {
    return coalition
        .olive()
        .post("/api/gaps/proposals/{id}/review", seen.id())
        .ifMatch(seen)
        .body(decision)
        .send();
  }

  private Answer reopen(Answer seen) {
    return coalition
        .olive()
        .post("/api/gaps/proposals/{id}/reopening", seen.id())
        .ifMatch(seen)
        .send();
  }

  private Answer list(Answer seen, UUID service) {
    return coalition
        .olive()
        .post("/api/gaps/proposals/{id}/listing", seen.id())
        .ifMatch(seen)
        .body(Map.of("serviceId", service))
        .send();
  }

  private static List<String> ids(Api reader) {
    var ids = new ArrayList<String>();
    String after = "";
    do {
      Answer page = reader.get("/api/gaps/proposals?limit=2" + after).send().isOk();
      page.json().at("/items").valueStream().forEach(item -> ids.add(item.path("id").asString()));
      after = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
    } while (!after.isEmpty());
    assertThat(ids).doesNotHaveDuplicates();
    return ids;
  }
}
