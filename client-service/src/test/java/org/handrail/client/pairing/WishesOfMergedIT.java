package org.handrail.client.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.platform.caller.Role.CLIENT;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.AtOnce;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** A client's wish for somebody else goes with them from record to record. */
@HandrailIT
class WishesOfMergedIT {
  private final Roster here;

  WishesOfMergedIT(Api api, TokenIssuer tokens) {
    here = new Roster(api, tokens, "willowbend");
  }

  @Test
  @Proves("R18")
  void aWishOnARecordThatWasMergedIsSettledOnTheOneThatRemains() {
    var zia = here.joins("zia");
    var merged = here.clientWithSignIn("yve", "Lia");
    var change = wishes("Lia", merged, Map.of("warm", false));
    var surviving = here.registers(here.peer("yve"), "Lia");
    merges(merged, surviving);
    var path = "/api/clients/" + surviving + "/specialist-changes";
    assertThat(here.supervisor().get(path).send().isOk().at("/items/0/id"))
        .isEqualTo(change.toString());
    assertThat(here.peer("yve").get(path).send().isOk().json().at("/items")).isEmpty();
    settles(surviving, change, zia);
    assertThat(relation("zia", surviving)).isEqualTo("primary");
    here.peer("yve").get("/api/clients/{id}", surviving).send().isNotFound();
  }

  @Test
  @Proves("R18")
  void whoStayedUntilTheTwoHaveMetGoesFromTheRecordOnWhichItWasSettled() {
    var tia = here.joins("tia");
    var merged = here.clientWithSignIn("uli", "Rea");
    var change = wishes("Rea", merged, Map.of());
    var surviving = here.registers(here.peer("sam"), "Rea");
    merges(merged, surviving);
    settles(surviving, change, tia);
    var there = "/api/clients/" + merged + "/specialist-changes/" + change + "/meeting";
    here.peer("uli").post(there).send().isProblem(409, "client-merged");
    here.supervisor().post(there).send().isProblem(409, "client-merged");
    assertThat(relation("sam", surviving)).isEqualTo("backup");

    met("tia", surviving, change).hasStatus(204);
    here.peer("sam").get("/api/clients/{id}", surviving).send().isNotFound();
    assertThat(relation("uli", merged)).as("nobody took their place").isEqualTo("primary");
  }

  @Test
  @Proves("R18")
  void whoStaysOnARecordThatWasMergedSinceGoesWhenTheTwoHaveMet() {
    var ria = here.joins("ria");
    var merged = here.clientWithSignIn("ned", "Ota");
    var change = wishes("Ota", merged, Map.of());
    settles(merged, change, ria);
    var surviving = here.registers(here.peer("lia"), "Ota");
    merges(merged, surviving);
    met("lia", surviving, change).isProblem(409, "change-settled");
    assertThat(relation("ned", merged)).isEqualTo("backup");
    met("ria", merged, change).hasStatus(204);
    here.peer("ned").get("/api/clients/{id}", merged).send().isNotFound();
  }

  @Test
  @Proves("R18")
  void whoIsThereByNowMayBeWhomTheyWouldLike() {
    var wyn = here.joins("wyn");
    var merged = here.clientWithSignIn("vic", "Mia");
    var change = wishes("Mia", merged, Map.of("wanted", wyn));
    var surviving = here.registers(here.peer("wyn"), "Mia");
    merges(merged, surviving);
    var settled = settles(surviving, change, wyn);
    assertThat(settled.json().has("outgoing")).isFalse();
    assertThat(relation("wyn", surviving)).isEqualTo("primary");
  }

  @Test
  @Proves("R18")
  void ofSettlingAWishAndTakingItBackAtOnceOneIsDone() throws Exception {
    var oren = here.joins("oren");
    var merged = here.clientWithSignIn("phil", "Isla");
    var change = wishes("Isla", merged, Map.of());
    var surviving = here.registers(here.peer("phil"), "Isla");
    merges(merged, surviving);
    var answers =
        AtOnce.meetBefore(
            "specialist_change",
            () -> settling(surviving, change, oren),
            () ->
                here.as("Isla", CLIENT)
                    .post(
                        "/api/clients/" + merged + "/specialist-changes/" + change + "/withdrawal")
                    .body(Map.of("act", Roster.said("own-sign-in")))
                    .send());
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
  }

  private UUID wishes(String name, UUID client, Map<String, Object> more) {
    var wish = new HashMap<>(more);
    wish.put("act", Roster.said("own-sign-in"));
    return here.as(name, CLIENT)
        .post("/api/clients/{id}/specialist-changes", client)
        .body(wish)
        .send()
        .isCreated()
        .id();
  }

  private void merges(UUID merged, UUID surviving) {
    here.supervisor()
        .post("/api/clients/{id}/merge", merged)
        .body(Map.of("into", surviving))
        .send()
        .isCreated();
  }

  private Answer settles(UUID client, UUID change, UUID with) {
    return settling(client, change, with).isOk();
  }

  private Answer settling(UUID client, UUID change, UUID with) {
    return here.supervisor()
        .post("/api/clients/" + client + "/specialist-changes/" + change + "/settlement")
        .body(Map.of("specialistId", with))
        .send();
  }

  private Answer met(String name, UUID client, UUID change) {
    return here.peer(name)
        .post("/api/clients/" + client + "/specialist-changes/" + change + "/meeting")
        .send();
  }

  private String relation(String name, UUID client) {
    return here.peer(name).get("/api/clients/{id}", client).send().isOk().at("/relation");
  }
}
