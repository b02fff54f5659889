package org.handrail.referral.directory.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Proves;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ReferralServiceIT
class AssuranceIT {
  private final Coalition coalition;
  private final String name = "q" + UUID.randomUUID().toString().replace("-", "");
  private final String agency = "a-" + UUID.randomUUID();

  AssuranceIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @AfterEach
  void clockGoes() {
    coalition.clock().reset();
  }

  @Test
  @Proves("DIR-1")
  void whatNobodyConfirmsGetsStaleAndIsThenHidden() {
    UUID id = take("outpatient-moud", today());

    assertThat(shown(id)).isEqualTo("confirmed");
    coalition.clock().advance(Duration.ofDays(90));
    assertThat(shown(id)).isEqualTo("confirmed");
    assertThat(confirmedLately(id)).isEqualTo("yes");
    coalition.clock().advance(Duration.ofDays(1));
    assertThat(shown(id)).isEqualTo("stale");
    assertThat(confirmedLately(id)).isEqualTo("no");
    coalition.clock().advance(Duration.ofDays(89));
    assertThat(found()).containsExactly(id.toString());
    coalition.clock().advance(Duration.ofDays(1));
    assertThat(found()).isEmpty();
    assertThat(shown(id)).isEqualTo("hidden");
    present(id).isProblem(422, "options-deficient").hasFault("/services/0", "service-unknown");
    Answer still = coalition.anonymous().get("/hsds/services/{id}", id).send().isOk();
    assertThat(still.at("/assured_date")).isNotEmpty();
    assertThat(still.at("/metadata/0/updated_by")).isEqualTo("The 211 line");
  }

  @Test
  @Proves("DIR-1")
  void whoRunsItConfirmsItAndNobodyElse() {
    UUID id = take("outpatient-moud", today());
    coalition.clock().advance(Duration.ofDays(200));

    confirm(coalition.hana(), id).isNotFound();
    coalition
        .maya()
        .post("/api/directory/services/{id}/confirmations", id)
        .send()
        .isProblem(403, "role-not-allowed");
    assertThat(found()).isEmpty();
    Answer confirmed = confirm(coalition.as("ines", agency, Role.INTAKE_COORDINATOR), id);

    confirmed.isCreated();
    assertThat(confirmed.at("/assured")).isEqualTo("confirmed");
    assertThat(found()).containsExactly(id.toString());
    assertThat(coalition.anonymous().get("/hsds/services/{id}", id).send().at("/assured_date"))
        .isEqualTo(confirmed.at("/assuredDate"));
    assertThat(
            coalition
                .anonymous()
                .get("/hsds/services?search=" + name + "&modified_after=" + today() + "T00:00:00Z")
                .send()
                .at("/total_items"))
        .as("whoever keeps a copy hears of it")
        .isEqualTo("1");
  }

  @Test
  void aBedIsBelievedForADay() {
    UUID id = take("emergency-shelter", today());

    assertThat(confirmedLately(id)).isEqualTo("yes");
    coalition.clock().advance(Duration.ofDays(1));
    assertThat(shown(id)).isEqualTo("stale");
    assertThat(confirmedLately(id)).isEqualTo("no");
    coalition.clock().advance(Duration.ofDays(7));
    assertThat(shown(id)).isEqualTo("hidden");
  }

  @Test
  @Proves("DIR-1")
  void aSourceThatStampsEachOfItsFilesConfirmsNothing() {
    UUID never = take("outpatient-moud", "", today());
    assertThat(shown(never)).isEqualTo("stale");
    assertThat(confirmedLately(never)).isEqualTo("unknown");

    UUID longAgo =
        take("outpatient-moud", LocalDate.parse(today()).minusDays(91).toString(), today());
    assertThat(shown(longAgo)).isEqualTo("stale");
    assertThat(confirmedLately(longAgo)).isEqualTo("no");
  }

  @Test
  void whatNobodyEverConfirmedIsStaleFromTheStart() {
    UUID id = take("outpatient-moud", "");

    assertThat(shown(id)).isEqualTo("stale");
    assertThat(found()).containsExactly(id.toString());
    coalition.clock().advance(Duration.ofDays(180));
    assertThat(found()).containsExactly(id.toString());
    coalition.clock().advance(Duration.ofDays(1));
    assertThat(found()).isEmpty();
  }

  private static Answer confirm(Api who, UUID id) {
    return who.post("/api/directory/services/{id}/confirmations", id).send();
  }

  private Answer present(UUID service) {
    return coalition
        .maya()
        .post("/api/option-sets")
        .body(
            Map.of(
                "clientId",
                coalition.client(),
                "need",
                "outpatient-moud",
                "services",
                List.of(service)))
        .send();
  }

  /** What stands of it when it is presented, the one that the client asked for by name. */
  private String confirmedLately(UUID id) {
    var services =
        Stream.concat(Stream.of(id), coalition.residential().stream()).distinct().toList();
    JsonNode options =
        coalition
            .options()
            .present(
                coalition.client(),
                "residential-treatment",
                services,
                Map.of("wishes", Map.of("services", List.of(id))))
            .isCreated()
            .json()
            .at("/details/options");
    return options
        .valueStream()
        .filter(option -> option.path("serviceId").asString().equals(id.toString()))
        .flatMap(option -> option.path("criteria").valueStream())
        .filter(match -> match.path("criterion").asString().equals("confirmed-lately"))
        .map(match -> match.path("fit").asString())
        .findFirst()
        .orElseThrow();
  }

  private String shown(UUID id) {
    return coalition.maya().get("/api/directory/services/{id}", id).send().isOk().at("/assured");
  }

  private List<String> found() {
    return coalition
        .maya()
        .get("/api/directory/services?words=" + name)
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .map(item -> item.path("id").asString())
        .toList();
  }

  private UUID take(String need, String assured) {
    return take(need, assured, "2019-05-01");
  }

  private UUID take(String need, String assured, String stamped) {
    UUID id = UUID.randomUUID();
    coalition
        .olive()
        .post("/api/directory/imports?source=" + name.substring(0, 30))
        .body(
            """
            [{"id": "o", "name": "One", "organization_identifiers": [
                {"id": "i", "identifier_type": "handrail:agency", "identifier": "%s"}],
              "services": [{"id": "%s", "name": "%s", "status": "active", "assured_date": "%s",
                "metadata": [{"id": "m", "last_action_date": "%s", "last_action_type": "update",
                  "updated_by": "The 211 line"}],
                "attributes": [{"id": "a", "taxonomy_term": {"id": "t", "code": "%s"}}]}]}]
            """
                .formatted(agency, id, name, assured, stamped, need))
        .send()
        .isCreated();
    return id;
  }

  private String today() {
    return LocalDate.ofInstant(coalition.clock().instant(), ZoneOffset.UTC).toString();
  }
}
