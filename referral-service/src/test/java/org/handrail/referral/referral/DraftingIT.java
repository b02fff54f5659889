package org.handrail.referral.referral;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Proves;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class DraftingIT {
  private final Coalition coalition;

  DraftingIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  @Proves("P2-MIN-1")
  void asksForNoMoreThanAReferralOfItsKindNeeds() {
    UUID set = coalition.chosen(coalition.client());
    for (String category :
        List.of(
            "entire-record",
            "counseling-notes",
            "legal-proceedings",
            "treatment-record",
            "encounters",
            "emergency-set")) {
      var draft = new HashMap<>(Coalition.draft(set));
      draft.put("optional", List.of(category));
      coalition
          .maya()
          .post("/api/referrals")
          .body(draft)
          .send()
          .isProblem(422, "categories-refused")
          .hasFault("/optional/0", "category-outside-referral");
    }
    var community = new HashMap<>(Coalition.draft(set));
    community.put("purpose", "COC");
    community.put("required", List.of("contact", "plan"));
    coalition
        .maya()
        .post("/api/referrals")
        .body(community)
        .send()
        .hasFault("/required/1", "category-outside-referral")
        .hasFault("/optional/0", "category-outside-referral");
  }

  @Test
  void refersOnlyToWhatTheClientChoseAndOnlyToAPartner() {
    UUID set = coalition.present(coalition.client()).isCreated().id();
    coalition
        .maya()
        .post("/api/referrals")
        .body(Coalition.draft(set))
        .send()
        .isProblem(409, "choice-missing");
    coalition
        .maya()
        .post("/api/referrals")
        .body(Coalition.draft(choosing("identification", "identity papers")))
        .send()
        .isProblem(422, "receiver-not-partner");
    coalition
        .maya()
        .post("/api/referrals")
        .body(Coalition.draft(choosing("harm-reduction", "naloxone")))
        .send()
        .isProblem(422, "receiver-not-partner");
  }

  private UUID choosing(String need, String words) {
    UUID service = coalition.service(words);
    UUID set =
        coalition
            .maya()
            .post("/api/option-sets")
            .body(
                Map.of("clientId", coalition.client(), "need", need, "services", List.of(service)))
            .send()
            .isCreated()
            .id();
    coalition
        .maya()
        .post("/api/option-sets/{id}/choice", set)
        .body(Map.of("serviceId", service, "act", coalition.act("phone")))
        .send()
        .isCreated();
    return set;
  }
}
