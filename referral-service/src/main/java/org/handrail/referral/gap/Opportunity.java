package org.handrail.referral.gap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * Where people can help: as volunteers of an agency, or in service to a recovery community. Who is
 * interested gets the contact; nobody signs up here, and nobody is known by looking.
 *
 * @param endsOn the last day
 * @param places how many people can help
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Opportunity(
    UUID id,
    AgencyId agency,
    OpportunityKind kind,
    String title,
    String area,
    LocalDate startsOn,
    LocalDate endsOn,
    int places,
    Contact contact,
    OpportunityState state,
    @Nullable WhyDeclined reason,
    long version) {

  /** What kind of help it is. */
  enum OpportunityKind {
    VOLUNTEER,
    SERVICE
  }

  /** Where it stands: published once the coalition has reviewed it. */
  enum OpportunityState {
    PROPOSED,
    PUBLISHED,
    DECLINED,
    WITHDRAWN
  }
}
