package org.handrail.referral.referral;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.choice.PersonsNeeds;
import org.handrail.referral.referral.door.Door;
import org.handrail.referral.referral.door.WayBack;
import org.springframework.stereotype.Component;

@Component
class ReferringForOthers implements Referring {
  private final Referrals referrals;
  private final SystemSteps steps;
  private final ReferralEvents events;
  private final ChoiceUnderWay choice;
  private final Receivers receivers;
  private final Door door;
  private final Clock clock;

  ReferringForOthers(
      Referrals referrals,
      SystemSteps steps,
      ReferralEvents events,
      ChoiceUnderWay choice,
      Receivers receivers,
      Door door,
      Clock clock) {
    this.referrals = referrals;
    this.steps = steps;
    this.choice = choice;
    this.receivers = receivers;
    this.events = events;
    this.door = door;
    this.clock = clock;
  }

  @Override
  public void check(Purpose purpose, List<Category> required, List<Category> optional) {
    DraftingReferral.checkCategories(purpose, required, optional);
    if (!required.contains(Category.REFERRAL)) {
      throw Refusal.of(
          Problem.of(ReferralProblems.CATEGORIES_REFUSED)
              .error(
                  "/required",
                  "referral-needed",
                  "a place is asked for what, so it has to be one that may know it of the client"));
    }
  }

  @Override
  public boolean isTaken(Place place, AgencyId requester) {
    return receivers.isTaken(place.serviceId(), place.agency(), requester);
  }

  @Override
  public Hearing hearing(Need need, AgencyId receiver, OnBehalfOf who) {
    WayBack.Answer answer =
        door.askWayBack(
            new WayBack(
                need.clientId(),
                receiver,
                need.purpose().name(),
                need.need(),
                codes(need.required()),
                who));
    if (answer == null) {
      return new Hearing.Unknown();
    }
    if (answer.isOfStranger()) {
      return new Hearing.Stranger();
    }
    String refusal = answer.refusal();
    if (!answer.bothWays()) {
      return new Hearing.Untold(refusal == null ? Hearing.Untold.WAY_BACK_CLOSED : refusal);
    }
    String told = answer.told();
    // What it does not say how to tell is not told.
    return told == null ? new Hearing.Unknown() : new Hearing.Told(told);
  }

  @Override
  public void requireNoneUnderWay(UUID optionSetId, PersonsNeeds.Held need) {
    choice.requireNone(optionSetId, need);
  }

  @Override
  public UUID send(Need need, Place place, AgencyId requester, SubjectId by) {
    Referral referral =
        new Referral(
            UUID.randomUUID(),
            requester,
            place.agency(),
            new Referral.Service(place.serviceId(), place.service(), place.organization()),
            need.purpose(),
            need.urgency(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null,
            null,
            List.of(),
            new Referral.Request(
                need.clientId(),
                need.optionSetId(),
                need.need(),
                codes(need.required()),
                codes(need.optional()),
                List.of(),
                need.reason(),
                by,
                null,
                null,
                null),
            List.of());
    referrals.add(referral, by);
    events.drafted(referral);
    steps.send(referral);
    return referral.id();
  }

  private static List<String> codes(List<Category> categories) {
    return categories.stream().map(Codes::of).toList();
  }
}
