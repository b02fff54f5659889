package org.handrail.referral.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.http.Codes;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.referral.door.Question;
import org.handrail.referral.referral.door.Verdict;
import org.handrail.referral.referral.lifecycle.BusinessStatus;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Reason;
import org.handrail.referral.referral.lifecycle.Standing;
import org.handrail.referral.referral.lifecycle.Step;
import org.handrail.referral.referral.lifecycle.Taken;
import org.handrail.referral.referral.lifecycle.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is asked of the door for a step, and what its answer does to the referral. */
@Component
class Carrying {
  private static final int LONGEST_NAME = 300;

  private final Referrals referrals;
  private final Crossings crossings;
  private final ReferralEvents events;
  private final Following following;
  private final Transactions transactions;
  private final Clock clock;

  Carrying(
      Referrals referrals,
      Crossings crossings,
      ReferralEvents events,
      Following following,
      Transactions transactions,
      Clock clock) {
    this.referrals = referrals;
    this.crossings = crossings;
    this.events = events;
    this.following = following;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** None when it no longer waits. */
  Optional<Question> question(AgencyId agency, Crossings.Waiting waiting) {
    return transactions.reading(
        () ->
            referrals
                .find(waiting.referralId())
                .filter(referral -> stillWaits(referral, waiting))
                .map(referral -> question(agency, referral, waiting)));
  }

  private static Question question(AgencyId agency, Referral referral, Crossings.Waiting waiting) {
    Taken taken = waiting.entry().taken();
    boolean sending = taken.step() == Step.SENDING;
    Party party = referral.partyOf(agency);
    Referral.Request request = referral.request();
    return new Question(
        referral.id(),
        taken.step().code() + "-" + waiting.entry().seq(),
        request == null ? null : request.clientId(),
        request == null ? referral.disclosureId() : null,
        agency,
        referral.agencyOf(party == Party.RECEIVER ? Party.REQUESTER : Party.RECEIVER),
        referral.purpose().name(),
        sending && request != null ? request.required() : List.of("referral-status"),
        sending && request != null ? request.optional() : List.of(),
        new OnBehalfOf(waiting.subject(), agency),
        sending && request != null
            ? asked(request, referralContent(referral, request, taken))
            : Map.of("referral-status", statusContent(taken)));
  }

  private static Map<String, Map<String, Object>> asked(
      Referral.Request request, Map<String, Object> content) {
    boolean wanted =
        request.required().contains("referral") || request.optional().contains("referral");
    return wanted ? Map.of("referral", content) : Map.of();
  }

  /** Made up from what is allowed, never by taking away from a whole. */
  private static Map<String, Object> referralContent(
      Referral referral, Referral.Request request, Taken taken) {
    var content = new LinkedHashMap<String, Object>();
    content.put("serviceId", referral.service().id());
    content.put("service", shortened(referral.service().name()));
    content.put("need", request.need());
    content.put("urgency", Codes.of(referral.urgency()));
    put(content, "reason", request.reason());
    content.put("sentAt", taken.at());
    return content;
  }

  private static Map<String, Object> statusContent(Taken taken) {
    var content = new LinkedHashMap<String, Object>();
    BusinessStatus business = taken.standing().businessStatus();
    Reason reason = taken.reason();
    content.put("status", taken.standing().status().code());
    put(content, "businessStatus", business == null ? null : business.code());
    put(content, "reason", reason == null ? null : reason.code());
    put(content, "intakeAt", taken.intakeAt());
    content.put("at", taken.at());
    return content;
  }

  /** Writes down a release; gives the agency that has something to tell its people now. */
  Optional<AgencyId> released(
      AgencyId agency, Crossings.Waiting waiting, Verdict.Released verdict) {
    return transactions.inTransaction(
        () -> {
          Referral referral = referrals.lock(waiting.referralId()).orElseThrow();
          int seq = waiting.entry().seq();
          if (!stillWaits(referral, waiting)) {
            return Optional.empty();
          }
          if (waiting.entry().taken().step() != Step.SENDING) {
            crossings.released(referral.id(), seq, verdict.disclosureId(), Crossing.ARRIVED);
            return Optional.of(otherThan(agency, referral));
          }
          crossings.released(referral.id(), seq, verdict.disclosureId(), Crossing.RELEASED);
          deliver(agency, referral, waiting, verdict);
          return Optional.empty();
        });
  }

  private void deliver(
      AgencyId agency, Referral referral, Crossings.Waiting waiting, Verdict.Released verdict) {
    Instant now = now();
    referrals.delivered(
        referral.id(), now, verdict.disclosureId(), verdict.released(), verdict.withheld());
    Taken delivered = system(Step.DELIVERED, BusinessStatus.DELIVERED, null, now, true);
    int version =
        referrals.take(
            referral.id(),
            new Referrals.Author(agency, referral.receiver(), waiting.subject()),
            delivered,
            Crossing.NONE,
            verdict.disclosureId());
    events.delivered(referral, version, verdict.disclosureId(), verdict.released());
  }

  /** Writes down a denial: of a sending a task for who sent it, of an answer nothing to be seen. */
  void denied(AgencyId agency, Crossings.Waiting waiting, Verdict.Denied verdict) {
    transactions.run(
        () -> {
          Referral referral = referrals.lock(waiting.referralId()).orElseThrow();
          if (!stillWaits(referral, waiting)) {
            return;
          }
          crossings.move(referral.id(), waiting.entry().seq(), Crossing.WITHHELD);
          if (waiting.entry().taken().step() == Step.SENDING) {
            Taken refused =
                system(
                    Step.REFUSED, BusinessStatus.AWAITING_DISCLOSURE, verdict.code(), now(), false);
            int version =
                referrals.take(
                    referral.id(),
                    new Referrals.Author(agency, referral.receiver(), waiting.subject()),
                    refused,
                    Crossing.NONE,
                    null);
            events.refused(referral, version, verdict.code());
          }
        });
  }

  /** Tells this agency's side of the steps that came through the door for it, each once. */
  void announceArrivals(AgencyId agency) {
    for (UUID id : transactions.reading(() -> crossings.arrivals(agency))) {
      transactions.run(
          () -> {
            Referral referral = referrals.lock(id).orElseThrow();
            for (Referral.Entry entry : referral.entries()) {
              if (entry.crossing() == Crossing.ARRIVED
                  && entry.taken().by() != referral.partyOf(agency)) {
                crossings.move(id, entry.seq(), Crossing.RELEASED);
                events.released(referral, entry);
                following.after(agency, referral, entry.taken());
              }
            }
          });
    }
  }

  private static boolean stillWaits(Referral referral, Crossings.Waiting waiting) {
    return referral.entries().stream()
        .anyMatch(
            entry -> entry.seq() == waiting.entry().seq() && entry.crossing() == Crossing.AWAITING);
  }

  private static AgencyId otherThan(AgencyId agency, Referral referral) {
    return agency.equals(referral.requester()) ? referral.receiver() : referral.requester();
  }

  private static Taken system(
      Step step, BusinessStatus business, @Nullable String refusal, Instant at, boolean shared) {
    Standing standing = new Standing(TaskStatus.REQUESTED, business);
    return new Taken(step, Party.SYSTEM, standing, null, refusal, null, at, shared);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static String shortened(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  private static void put(Map<String, Object> content, String name, @Nullable Object value) {
    if (value != null) {
      content.put(name, value);
    }
  }
}
