package org.handrail.referral.referral.lifecycle;

import static org.handrail.referral.referral.lifecycle.BusinessStatus.ACKNOWLEDGED;
import static org.handrail.referral.referral.lifecycle.BusinessStatus.ADDITIONAL_ASSESSMENT_REQUIRED;
import static org.handrail.referral.referral.lifecycle.BusinessStatus.ATTENDED;
import static org.handrail.referral.referral.lifecycle.BusinessStatus.AWAITING_DISCLOSURE;
import static org.handrail.referral.referral.lifecycle.BusinessStatus.CLIENT_DECLINED;
import static org.handrail.referral.referral.lifecycle.BusinessStatus.DELIVERED;
import static org.handrail.referral.referral.lifecycle.BusinessStatus.ENGAGED;
import static org.handrail.referral.referral.lifecycle.BusinessStatus.EXPIRED;
import static org.handrail.referral.referral.lifecycle.BusinessStatus.HOLD_GRANTED;
import static org.handrail.referral.referral.lifecycle.BusinessStatus.INTAKE_SCHEDULED;
import static org.handrail.referral.referral.lifecycle.BusinessStatus.MISSED;
import static org.handrail.referral.referral.lifecycle.BusinessStatus.NO_CAPACITY;
import static org.handrail.referral.referral.lifecycle.BusinessStatus.REROUTED;
import static org.handrail.referral.referral.lifecycle.BusinessStatus.WAITLISTED;
import static org.handrail.referral.referral.lifecycle.Party.RECEIVER;
import static org.handrail.referral.referral.lifecycle.Party.REQUESTER;
import static org.handrail.referral.referral.lifecycle.Party.SYSTEM;
import static org.handrail.referral.referral.lifecycle.TaskStatus.ACCEPTED;
import static org.handrail.referral.referral.lifecycle.TaskStatus.CANCELLED;
import static org.handrail.referral.referral.lifecycle.TaskStatus.COMPLETED;
import static org.handrail.referral.referral.lifecycle.TaskStatus.DRAFT;
import static org.handrail.referral.referral.lifecycle.TaskStatus.ENTERED_IN_ERROR;
import static org.handrail.referral.referral.lifecycle.TaskStatus.FAILED;
import static org.handrail.referral.referral.lifecycle.TaskStatus.IN_PROGRESS;
import static org.handrail.referral.referral.lifecycle.TaskStatus.ON_HOLD;
import static org.handrail.referral.referral.lifecycle.TaskStatus.REJECTED;
import static org.handrail.referral.referral.lifecycle.TaskStatus.REQUESTED;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a referral: which Task status goes with which business status, and who sets it. */
public final class Lifecycle {
  private static final Set<BusinessStatus> NEW = Set.of(DELIVERED, ACKNOWLEDGED);
  private static final Set<BusinessStatus> EXPECTED =
      Set.of(ACKNOWLEDGED, WAITLISTED, INTAKE_SCHEDULED, HOLD_GRANTED, MISSED);
  private static final Set<BusinessStatus> ARRIVED = Set.of(ATTENDED, ENGAGED);
  private static final Map<TaskStatus, Set<BusinessStatus>> STANDINGS = standings();

  private static final List<Rule> RULES =
      List.of(
          Rule.of(REQUESTER, Step.SENDING, REQUESTED, AWAITING_DISCLOSURE)
              .from(Standing.DRAFT)
              .from(Standing.AWAITING_DISCLOSURE),
          Rule.of(REQUESTER, Step.CANCELLED, CANCELLED, null)
              .from(Standing.AWAITING_DISCLOSURE)
              .from(REQUESTED, NEW)
              .from(ACCEPTED, EXPECTED)
              .from(IN_PROGRESS, ARRIVED)
              .from(ON_HOLD, EXPECTED)
              .from(ON_HOLD, ARRIVED)
              .because(
                  Reason.CLIENT_DECLINED,
                  Reason.NEED_MET_ELSEWHERE,
                  Reason.UNABLE_TO_REACH,
                  Reason.OTHER),
          fromAnywhere(
              Rule.of(REQUESTER, Step.ENTERED_IN_ERROR, ENTERED_IN_ERROR, null)
                  .from(Standing.DRAFT)),
          Rule.of(SYSTEM, Step.SENDING, REQUESTED, AWAITING_DISCLOSURE).from(Standing.DRAFT),
          Rule.of(SYSTEM, Step.DELIVERED, REQUESTED, DELIVERED).from(Standing.AWAITING_DISCLOSURE),
          Rule.of(SYSTEM, Step.REFUSED, REQUESTED, AWAITING_DISCLOSURE)
              .from(Standing.AWAITING_DISCLOSURE),
          Rule.of(SYSTEM, Step.EXPIRED, CANCELLED, EXPIRED)
              .from(Standing.AWAITING_DISCLOSURE)
              .from(REQUESTED, NEW),
          Rule.of(SYSTEM, Step.REROUTED, CANCELLED, REROUTED)
              .from(Standing.AWAITING_DISCLOSURE)
              .from(REQUESTED, NEW),
          Rule.of(RECEIVER, Step.ACKNOWLEDGED, REQUESTED, ACKNOWLEDGED)
              .from(REQUESTED, Set.of(DELIVERED)),
          Rule.of(RECEIVER, Step.ACCEPTED, ACCEPTED, ACKNOWLEDGED).from(REQUESTED, NEW),
          Rule.of(RECEIVER, Step.WAITLISTED, ACCEPTED, WAITLISTED)
              .from(REQUESTED, NEW)
              .from(ACCEPTED, without(EXPECTED, WAITLISTED)),
          Rule.of(RECEIVER, Step.INTAKE_SCHEDULED, ACCEPTED, INTAKE_SCHEDULED)
              .from(ACCEPTED, EXPECTED),
          Rule.of(RECEIVER, Step.HOLD_GRANTED, ACCEPTED, HOLD_GRANTED)
              .from(ACCEPTED, without(EXPECTED, HOLD_GRANTED)),
          Rule.of(RECEIVER, Step.MISSED, ACCEPTED, MISSED)
              .from(ACCEPTED, Set.of(INTAKE_SCHEDULED, HOLD_GRANTED)),
          Rule.of(RECEIVER, Step.ATTENDED, IN_PROGRESS, ATTENDED).from(ACCEPTED, EXPECTED),
          Rule.of(RECEIVER, Step.ENGAGED, IN_PROGRESS, ENGAGED).from(IN_PROGRESS, Set.of(ATTENDED)),
          Rule.of(RECEIVER, Step.COMPLETED, COMPLETED, null).from(IN_PROGRESS, ARRIVED),
          Rule.of(RECEIVER, Step.REJECTED, REJECTED, ACKNOWLEDGED)
              .from(REQUESTED, NEW)
              .because(
                  Reason.NO_CAPACITY,
                  Reason.CLIENT_DECLINED,
                  Reason.ADDITIONAL_ASSESSMENT_REQUIRED,
                  Reason.NOT_ELIGIBLE,
                  Reason.SERVICE_NOT_OFFERED,
                  Reason.ALREADY_SERVED,
                  Reason.OTHER),
          Rule.of(RECEIVER, Step.ON_HOLD, ON_HOLD, null)
              .from(ACCEPTED, EXPECTED)
              .from(IN_PROGRESS, ARRIVED)
              .because(
                  Reason.WAITING_FOR_CLIENT,
                  Reason.WAITING_FOR_PLACE,
                  Reason.WAITING_FOR_PAYER,
                  Reason.OTHER),
          Rule.of(RECEIVER, Step.RESUMED, ACCEPTED, null).from(ON_HOLD, EXPECTED),
          Rule.of(RECEIVER, Step.RESUMED, IN_PROGRESS, null).from(ON_HOLD, ARRIVED),
          Rule.of(RECEIVER, Step.FAILED, FAILED, null)
              .from(IN_PROGRESS, ARRIVED)
              .because(
                  Reason.CLIENT_LEFT, Reason.CLIENT_DECLINED, Reason.UNABLE_TO_REACH, Reason.OTHER),
          giveBack(Rule.of(RECEIVER, Step.RETURNED, REJECTED, ACKNOWLEDGED).from(REQUESTED, NEW)),
          giveBack(afterAcceptance(Rule.of(RECEIVER, Step.RETURNED, CANCELLED, null))),
          giveBack(
              Rule.of(RECEIVER, Step.TRANSFER_PROPOSED, REJECTED, ACKNOWLEDGED)
                  .from(REQUESTED, NEW)),
          giveBack(afterAcceptance(Rule.of(RECEIVER, Step.TRANSFER_PROPOSED, CANCELLED, null))),
          Rule.of(RECEIVER, Step.CANCELLED, CANCELLED, null)
              .from(REQUESTED, NEW)
              .from(ACCEPTED, EXPECTED)
              .from(IN_PROGRESS, ARRIVED)
              .from(ON_HOLD, EXPECTED)
              .from(ON_HOLD, ARRIVED)
              .because(
                  Reason.NO_CAPACITY,
                  Reason.CLIENT_DECLINED,
                  Reason.DID_NOT_ARRIVE,
                  Reason.UNABLE_TO_REACH,
                  Reason.OTHER));

  private Lifecycle() {}

  /** Judges a step without taking it. */
  public static Judgement judge(Standing here, Party by, Step step, @Nullable Reason reason) {
    Optional<Rule> rule = rule(here, by, step);
    if (rule.isEmpty()) {
      return new Judgement.NotFromHere();
    }
    Set<Reason> reasons = rule.get().reasons();
    if (reason == null && !reasons.isEmpty()) {
      return new Judgement.ReasonMissing();
    }
    if (reason != null && !reasons.contains(reason)) {
      return new Judgement.ReasonForeign();
    }
    return new Judgement.Allowed(rule.get().lead(here, reason));
  }

  /** The steps that a party may take from here, in the order in which they usually come. */
  public static Set<Step> allowed(Standing here, Party by) {
    var steps = new LinkedHashSet<Step>();
    Arrays.stream(Step.values())
        .filter(step -> rule(here, by, step).isPresent())
        .forEach(steps::add);
    return steps;
  }

  /** The reasons of which this step needs one; none where it takes no reason or is not allowed. */
  public static Set<Reason> reasons(Standing here, Party by, Step step) {
    return rule(here, by, step).map(Rule::reasons).orElse(Set.of());
  }

  /** Whether these two words may stand together. */
  public static boolean exists(Standing standing) {
    BusinessStatus business = standing.businessStatus();
    if (business == null) {
      return standing.status() == DRAFT || standing.status() == ENTERED_IN_ERROR;
    }
    return STANDINGS.getOrDefault(standing.status(), Set.of()).contains(business);
  }

  static List<Rule> rules() {
    return RULES;
  }

  private static Optional<Rule> rule(Standing here, Party by, Step step) {
    return RULES.stream()
        .filter(r -> r.by() == by && r.step() == step && r.from().contains(here))
        .findFirst();
  }

  private static Map<TaskStatus, Set<BusinessStatus>> standings() {
    Set<BusinessStatus> everywhere = Set.of(BusinessStatus.values());
    var all = new EnumMap<TaskStatus, Set<BusinessStatus>>(TaskStatus.class);
    all.put(REQUESTED, Set.of(AWAITING_DISCLOSURE, DELIVERED, ACKNOWLEDGED));
    all.put(ACCEPTED, EXPECTED);
    all.put(IN_PROGRESS, ARRIVED);
    all.put(ON_HOLD, union(EXPECTED, ARRIVED));
    all.put(COMPLETED, ARRIVED);
    all.put(
        REJECTED,
        Set.of(ACKNOWLEDGED, NO_CAPACITY, CLIENT_DECLINED, ADDITIONAL_ASSESSMENT_REQUIRED));
    all.put(FAILED, union(ARRIVED, Set.of(CLIENT_DECLINED)));
    all.put(CANCELLED, without(everywhere, ADDITIONAL_ASSESSMENT_REQUIRED));
    all.put(ENTERED_IN_ERROR, everywhere);
    return all;
  }

  private static Rule afterAcceptance(Rule rule) {
    return rule.from(ACCEPTED, EXPECTED)
        .from(IN_PROGRESS, ARRIVED)
        .from(ON_HOLD, EXPECTED)
        .from(ON_HOLD, ARRIVED);
  }

  private static Rule giveBack(Rule rule) {
    return rule.because(
        Reason.NO_CAPACITY,
        Reason.CLIENT_DECLINED,
        Reason.NOT_ELIGIBLE,
        Reason.SERVICE_NOT_OFFERED,
        Reason.UNABLE_TO_REACH,
        Reason.OTHER);
  }

  private static Rule fromAnywhere(Rule rule) {
    Rule wide = rule;
    for (var entry : STANDINGS.entrySet()) {
      if (entry.getKey() != ENTERED_IN_ERROR) {
        wide = wide.from(entry.getKey(), entry.getValue());
      }
    }
    return wide;
  }

  private static Set<BusinessStatus> without(Collection<BusinessStatus> all, BusinessStatus one) {
    var rest = new LinkedHashSet<>(all);
    rest.remove(one);
    return rest;
  }

  private static Set<BusinessStatus> union(Set<BusinessStatus> some, Set<BusinessStatus> others) {
    var all = new LinkedHashSet<>(some);
    all.addAll(others);
    return all;
  }
}
