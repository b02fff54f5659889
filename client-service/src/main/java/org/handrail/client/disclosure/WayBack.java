package org.handrail.client.disclosure;

import static org.handrail.platform.caller.Role.SVC_REFERRAL;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.client.consent.Category;
import org.handrail.client.consent.Judgement;
import org.handrail.client.consent.Purpose;
import org.handrail.client.consent.ReleaseRequest;
import org.handrail.client.party.Parties;
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
 * what its receiver would be told of the need; and whether the sending itself would go.
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
   * Judged now, and again at the sending and at each answer.
   *
   * @param need what the door would tell the referral's recipient of the need that was asked about
   * @param sending absent if no category was asked about
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Open(boolean wayBack, @Nullable String need, @Nullable Sending sending) {}

  /**
   * What the door would say of the sending, in its own words.
   *
   * @param code of a denial
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sending(String outcome, @Nullable String code) {
    static Sending of(Judgement judgement) {
      return switch (judgement) {
        case Judgement.Permit _ -> new Sending("released", null);
        case Judgement.Deny(var code) -> new Sending("denied", code.code());
      };
    }
  }

  /**
   * A referral that may be sent.
   *
   * @param required without any one of these it does not go; none if the sending is not asked about
   */
  private record Foreseen(
      ClientId client, PartyId requester, PartyId place, Purpose purpose, Set<Category> required) {
    ReleaseRequest answer() {
      return new ReleaseRequest(
          client, place, requester, purpose, Set.of(Category.REFERRAL_STATUS), Set.of());
    }

    ReleaseRequest sending() {
      return new ReleaseRequest(client, requester, place, purpose, required, Set.of());
    }
  }

  @GetMapping("/internal/way-back/{clientId}")
  Open open(
      OnBehalfOf requester,
      @PathVariable UUID clientId,
      @RequestParam @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}") String recipient,
      @RequestParam String purpose,
      @RequestParam(required = false) @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
          @Nullable String need,
      @RequestParam(required = false) @Size(max = 20) @Nullable List<String> required) {
    var asked =
        new Foreseen(
            new ClientId(clientId),
            new PartyId(requester.agency().value()),
            new PartyId(recipient),
            Purpose.of(purpose).orElseThrow(() -> wrong("purpose", "There is no such purpose")),
            required == null ? Set.of() : categories(required));
    return AgencyScope.as(requester)
        .call(() -> transactions.reading(() -> judge(requester, asked, need)));
  }

  private static Set<Category> categories(List<String> codes) {
    return codes.stream()
        .map(
            code ->
                Category.of(code)
                    .filter(Category::goesWithReferrals)
                    .orElseThrow(
                        () -> wrong("required", "The door has no allow-list for this category.")))
        .collect(Collectors.toSet());
  }

  private static Refusal wrong(String parameter, String detail) {
    return Refusal.of(Problem.of(Problems.INVALID).parameter(parameter, "wrong-value", detail));
  }

  private Open judge(OnBehalfOf requester, Foreseen asked, @Nullable String need) {
    if (assigned.relation(requester.agency(), requester.subject(), asked.client()).isEmpty()) {
      throw new NotFound();
    }
    return new Open(
        judging.foresee(requester.agency(), asked.answer()) instanceof Judgement.Permit,
        need == null ? null : needs.toldTo(parties.byId(asked.place()), need),
        asked.required().isEmpty()
            ? null
            : Sending.of(judging.foresee(requester.agency(), asked.sending())));
  }
}
