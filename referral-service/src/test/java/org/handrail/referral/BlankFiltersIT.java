package org.handrail.referral;

import static org.assertj.core.api.Assertions.assertThat;

import org.handrail.platform.fixtures.Answer;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asks for one person's, one place's or one source's is never answered with everybody's. */
@ReferralServiceIT
class BlankFiltersIT {
  private final Coalition coalition;

  BlankFiltersIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/referrals?direction=out&clientId=%20, clientId",
    "/api/referrals?direction=out&status=%20, status",
    "/api/referrals?direction=out&urgency=, urgency",
    "/api/referrals?direction=out&from=, from",
    "/api/referrals/outcomes?clientId=, clientId",
    "/api/capacity?serviceId=, serviceId",
    "/api/gaps/proposals?state=%20, state",
    "/api/meetings?fellowship=, fellowship",
    "/api/meetings?newcomer=, newcomer",
    "/api/meetings?fellowship=aa&fellowship=%20, fellowship",
    "/hsds/services?organization_id=%20, organization_id",
    "/hsds/services?modified_after=, modified_after",
    "/hsds/services?format=ndjson&taxonomy_id=, taxonomy_id",
    "/hsds/services?search=, search",
    "/hsds/organizations?search=+, search",
    "/hsds/service_at_locations?postcode=, postcode",
    "/hsds/taxonomy_terms?parent_id=, parent_id"
  })
  void areRefusedByTheirName(String address, String filter) {
    Answer refused = coalition.maya().get(address).send().isProblem(400, "invalid");

    assertThat(refused.at("/errors/0/parameter")).isEqualTo(filter);
    assertThat(refused.at("/errors/0/code")).isEqualTo("missing");
  }
}
