package org.handrail.referral.careteam;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.platform.assignment.Assignments;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.referral.OwnReferrals;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who else is at a client's side, and on which consent each of them knows what. */
@RestController
class CareTeamController {
  private final OwnReferrals referrals;
  private final ConsentsBehind consents;
  private final Assignments assignments;
  private final Transactions transactions;

  CareTeamController(
      OwnReferrals referrals,
      ConsentsBehind consents,
      Assignments assignments,
      Transactions transactions) {
    this.referrals = referrals;
    this.consents = consents;
    this.assignments = assignments;
    this.transactions = transactions;
  }

  /**
   * The parties to whom the door released something by a referral.
   *
   * @param consentsKnown false while client-service cannot be asked for the consents
   */
  record CareTeam(List<Member> members, boolean consentsKnown) {}

  /**
   * One of them.
   *
   * @param categories what was released
   * @param arrivedAt when the client came there, if that came back through the door
   * @param consent on which the release stands, as it is now
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Member(
      String agency,
      String organization,
      String service,
      UUID referralId,
      UUID disclosureId,
      List<String> categories,
      @Nullable Instant arrivedAt,
      boolean ended,
      ConsentsBehind.@Nullable Behind consent) {}

  @GetMapping("/api/referrals/care-team")
  @AllowedTo({Role.PEER_SPECIALIST, Role.CLIENT})
  CareTeam team(Person person, @RequestParam UUID clientId) {
    assignments.require(person, clientId);
    List<OwnReferrals.Own> delivered =
        transactions.reading(() -> referrals.of(person, clientId)).stream()
            .filter(OwnReferrals.Own::delivered)
            .toList();
    Optional<Map<UUID, ConsentsBehind.Behind>> behind = behind(person, delivered);
    return new CareTeam(
        delivered.stream()
            .flatMap(referral -> member(referral, behind.orElse(Map.of())).stream())
            .toList(),
        behind.isPresent());
  }

  /** Consents stay with the record on which they were signed: each is asked for its own. */
  private Optional<Map<UUID, ConsentsBehind.Behind>> behind(
      Person person, List<OwnReferrals.Own> delivered) {
    Map<UUID, List<UUID>> ofRecords =
        delivered.stream()
            .collect(
                groupingBy(
                    OwnReferrals.Own::clientId,
                    flatMapping(own -> Stream.ofNullable(own.disclosureId()), toList())));
    Map<UUID, ConsentsBehind.Behind> all = new HashMap<>();
    for (var each : ofRecords.entrySet()) {
      var known = consents.of(person, each.getKey(), each.getValue());
      if (known.isEmpty()) {
        return Optional.empty();
      }
      all.putAll(known.get());
    }
    return Optional.of(all);
  }

  private static Optional<Member> member(
      OwnReferrals.Own referral, Map<UUID, ConsentsBehind.Behind> behind) {
    UUID disclosure = referral.disclosureId();
    return disclosure == null
        ? Optional.empty()
        : Optional.of(
            new Member(
                referral.receiver().value(),
                referral.organization(),
                referral.service(),
                referral.id(),
                disclosure,
                referral.categories(),
                referral.arrivedAt(),
                referral.ended(),
                behind.get(disclosure)));
  }
}
