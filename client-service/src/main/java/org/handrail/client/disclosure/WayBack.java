package org.handrail.client.disclosure;

import static org.handrail.platform.caller.Role.SVC_REFERRAL;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.client.consent.Category;
import org.handrail.client.consent.Purpose;
import org.handrail.client.consent.ReleaseRequest;
import org.handrail.client.party.Parties;
import org.handrail.client.party.Party;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether the answers to a referral could come back, as the requester is told before sending it;
 * and what its receiver would be told of the need.
 */
@RestController
@AllowedTo(SVC_REFERRAL)
class WayBack {
  private final Assigned assigned;
  private final Judging judging;
  private final Parties parties;
  private final CommunityNeeds needs;
  private final Transactions transactions;

  WayBack(
      Assigned assigned,
      Judging judging,
      Parties parties,
      CommunityNeeds needs,
      Transactions transactions) {
    this.assigned = assigned;
    this.judging = judging;
    this.parties = parties;
    this.needs = needs;
    this.transactions = transactions;
  }

  /**
   * Judged now, and again at each answer.
   *
   * @param need what the door would tell the referral's recipient of the need that was asked about
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Open(boolean wayBack, @Nullable String need) {}

  @GetMapping("/internal/way-back/{clientId}")
  Open open(
      OnBehalfOf requester,
      @PathVariable UUID clientId,
      @RequestParam @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}") String recipient,
      @RequestParam String purpose,
      @RequestParam(required = false) @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
          @Nullable String need) {
    var asked =
        new ReleaseRequest(
            new ClientId(clientId),
            new PartyId(recipient),
            new PartyId(requester.agency().value()),
            Purpose.of(purpose)
                .orElseThrow(
                    () ->
                        Refusal.of(
                            Problem.of(Problems.INVALID)
                                .parameter("purpose", "wrong-value", "There is no such purpose"))),
            Set.of(Category.REFERRAL_STATUS),
            Set.of());
    return AgencyScope.as(requester)
        .call(() -> transactions.reading(() -> judge(requester, asked, need)));
  }

  private Open judge(OnBehalfOf requester, ReleaseRequest asked, @Nullable String need) {
    if (assigned.relation(requester.agency(), requester.subject(), asked.client()).isEmpty()) {
      throw new NotFound();
    }
    Party answering = parties.byId(asked.discloser());
    return new Open(
        judging.wouldPermit(requester.agency(), asked),
        need == null ? null : needs.toldTo(answering, need));
  }
}
