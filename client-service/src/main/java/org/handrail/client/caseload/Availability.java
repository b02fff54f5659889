package org.handrail.client.caseload;

import java.math.BigDecimal;
import java.util.Optional;
import org.handrail.client.client.ClientId;
import org.handrail.client.credential.Standing;
import org.handrail.client.credential.Standings;
import org.handrail.client.specialist.KeepingRoster;
import org.handrail.client.specialist.RosterSetting;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.client.specialist.Specialist;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.problem.ProblemType;
import org.springframework.stereotype.Component;

/** What stands against somebody's taking a place at a client's side. */
@Component
public class Availability {
  static final ProblemType CREDENTIAL_MISSING =
      ProblemType.of("credential-missing", 409, "No certification of this specialist is on record");
  static final ProblemType CREDENTIAL_LAPSED =
      ProblemType.of(
          "credential-not-valid", 409, "This specialist's certification does not hold today");
  static final ProblemType UNAVAILABLE =
      ProblemType.of("specialist-unavailable", 409, "This specialist cannot take this place");
  static final ProblemType FULL =
      ProblemType.of("caseload-full", 409, "This specialist carries as much as one can");

  private final Standings standings;
  private final RosterSettings settings;
  private final Caseloads caseloads;
  private final Leaves leaves;
  private final DualRelationships dual;

  Availability(
      Standings standings,
      RosterSettings settings,
      Caseloads caseloads,
      Leaves leaves,
      DualRelationships dual) {
    this.standings = standings;
    this.settings = settings;
    this.caseloads = caseloads;
    this.leaves = leaves;
    this.dual = dual;
  }

  /** Nothing, when they may take it. */
  public Optional<ProblemType> against(
      AgencyId agency, Specialist specialist, ClientId client, Relation place) {
    return againstTheirCredential(agency, specialist)
        .or(() -> againstThem(agency, specialist, client))
        .or(
            () ->
                place == Relation.PRIMARY && isFull(agency, specialist, client)
                    ? Optional.of(FULL)
                    : Optional.empty());
  }

  /** What stands against somebody's being called on today, whoever the client is. */
  public Optional<ProblemType> againstWorking(AgencyId agency, Specialist specialist) {
    return againstTheirCredential(agency, specialist)
        .or(
            () ->
                leaves.isAway(agency, specialist.subject(), settings.today(agency))
                    ? Optional.of(UNAVAILABLE)
                    : Optional.empty());
  }

  private Optional<ProblemType> againstTheirCredential(AgencyId agency, Specialist specialist) {
    if (!specialist.isActive()) {
      return Optional.of(KeepingRoster.NOT_ON_ROSTER);
    }
    var held = standings.of(agency, specialist.id(), settings.today(agency));
    if (held.isEmpty()) {
      return settings.of(agency).roster() == RosterSetting.Mode.ENFORCED
          ? Optional.of(CREDENTIAL_MISSING)
          : Optional.empty();
    }
    return Standing.letTakeClients(held) ? Optional.empty() : Optional.of(CREDENTIAL_LAPSED);
  }

  // One answer for three reasons: two of them are the specialist's own business (R18).
  private Optional<ProblemType> againstThem(
      AgencyId agency, Specialist specialist, ClientId client) {
    var away = leaves.isAway(agency, specialist.subject(), settings.today(agency));
    var known = dual.between(agency, specialist.subject(), client);
    return away || known || !specialist.offers().takesNew()
        ? Optional.of(UNAVAILABLE)
        : Optional.empty();
  }

  private boolean isFull(AgencyId agency, Specialist specialist, ClientId client) {
    var more = caseloads.weight(agency, client);
    return more.signum() > 0
        && caseloads
                .carriedBeside(agency, specialist.subject(), client)
                .add(more)
                .compareTo(cap(agency, specialist))
            > 0;
  }

  /** How much somebody may carry today. */
  BigDecimal cap(AgencyId agency, Specialist specialist) {
    return BigDecimal.valueOf(
        settings.of(agency).caseloadCap()
            + (long) caseloads.raised(agency, specialist.id(), settings.today(agency)));
  }
}
