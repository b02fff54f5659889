package org.handrail.referral.referral;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.http.Codes;
import org.handrail.referral.referral.door.Question;
import org.handrail.referral.referral.lifecycle.BusinessStatus;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Reason;
import org.handrail.referral.referral.lifecycle.Step;
import org.handrail.referral.referral.lifecycle.Taken;
import org.jspecify.annotations.Nullable;

/** What is asked of the door for a step. */
final class Questions {
  private static final int LONGEST_NAME = 300;

  private Questions() {}

  /**
   * @param who in whose name
   */
  static Question of(
      AgencyId agency, Referral referral, Crossings.Waiting waiting, OnBehalfOf who) {
    Taken taken = waiting.entry().taken();
    boolean sending = taken.step() == Step.SENDING;
    Party party = referral.partyOf(agency);
    Referral.Request request = referral.request();
    return new Question(
        referral.id(),
        key(waiting),
        request == null ? null : request.clientId(),
        request == null ? referral.disclosureId() : null,
        agency,
        referral.agencyOf(party == Party.RECEIVER ? Party.REQUESTER : Party.RECEIVER),
        referral.purpose().name(),
        sending && request != null ? request.required() : List.of("referral-status"),
        sending && request != null ? request.optional() : List.of(),
        who,
        sending && request != null
            ? asked(request, referralContent(referral, request, taken))
            : Map.of("referral-status", statusContent(taken)));
  }

  /** To the same question the door gives the same answer: asked anew it is another. */
  private static String key(Crossings.Waiting waiting) {
    String step = waiting.entry().taken().step().code() + "-" + waiting.entry().seq();
    return waiting.askedAnew() == 0 ? step : step + "-" + waiting.askedAnew();
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

  private static String shortened(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  private static void put(Map<String, Object> content, String name, @Nullable Object value) {
    if (value != null) {
      content.put(name, value);
    }
  }
}
