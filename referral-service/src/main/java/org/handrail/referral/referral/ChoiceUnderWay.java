package org.handrail.referral.referral;

import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.choice.Choices;
import org.handrail.referral.choice.PersonsNeeds;
import org.handrail.referral.referral.lifecycle.Party;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Of one choice of a client one referral is under way at a time. The next can go once the requester
 * knows that the one before has ended: an answer that the door kept back ends nothing for them.
 */
@Component
class ChoiceUnderWay {
  private final JdbcClient jdbc;
  private final Referrals referrals;
  private final Choices choices;
  private final PersonsNeeds needs;
  private final AskedPlaces asked;

  ChoiceUnderWay(
      JdbcClient jdbc,
      Referrals referrals,
      Choices choices,
      PersonsNeeds needs,
      AskedPlaces asked) {
    this.jdbc = jdbc;
    this.referrals = referrals;
    this.choices = choices;
    this.needs = needs;
    this.asked = asked;
  }

  /**
   * Lets this one be sent; nobody else sends one of the same choice until the transaction ends.
   *
   * @throws Refusal {@code choice-under-way} when another is under way, with its id, or when places
   *     are being asked about the same need, with the opening's
   */
  void requireFree(Referral referral) {
    Referral.Request request = referral.asked();
    choices.hold(request.optionSetId());
    requireNone(of(request.optionSetId()).filter(other -> !other.equals(referral.id())));
    asked
        .mayBeClaimed(needs.hold(request.clientId(), request.need()))
        .ifPresent(
            opening -> {
              throw Refusal.of(
                  Problem.of(ReferralProblems.CHOICE_UNDER_WAY)
                      .detail("Places are asked about this need: withdraw that opening to send.")
                      .with("openingId", opening));
            });
  }

  /**
   * Lets the places of a choice be asked, which the caller holds.
   *
   * @throws Refusal {@code choice-under-way}, with the id of the referral that is, or of one for
   *     the same need that goes as soon as the door lets it
   */
  void requireNone(UUID choice, PersonsNeeds.Held need) {
    requireNone(of(choice).or(() -> atTheDoor(need)));
  }

  private static void requireNone(Optional<UUID> underWay) {
    underWay.ifPresent(
        id -> {
          throw Refusal.of(Problem.of(ReferralProblems.CHOICE_UNDER_WAY).with("referralId", id));
        });
  }

  /** This is the one of its choice, unless there is another still. */
  void begin(Referral referral) {
    UUID choice = referral.asked().optionSetId();
    choices.hold(choice);
    if (of(choice).isEmpty()) {
      jdbc.sql(
              """
              update referral_request set under_way = false
              where agency = current_setting('handrail.agency') and option_set_id = :choice
                and under_way
              """)
          .param("choice", choice)
          .update();
      jdbc.sql("update referral_request set under_way = true where referral_id = :id")
          .param("id", referral.id())
          .update();
    }
  }

  private Optional<UUID> atTheDoor(PersonsNeeds.Held need) {
    return jdbc.sql(
            """
            select q.referral_id from referral_request q
            where q.agency = current_setting('handrail.agency') and q.client_id = any(:records)
              and q.need = :need
              and exists (select from referral_step s where s.referral_id = q.referral_id
                and s.step = 'SENDING' and s.crossing = 'awaiting')
            order by q.referral_id limit 1
            """)
        .param("records", need.ids())
        .param("need", need.need())
        .query(UUID.class)
        .optional();
  }

  /** The one of that choice that has not ended, as far as the current agency knows. */
  private Optional<UUID> of(UUID choice) {
    return jdbc.sql(
            """
            select referral_id from referral_request
            where agency = current_setting('handrail.agency') and option_set_id = :choice
              and under_way
            """)
        .param("choice", choice)
        .query(UUID.class)
        .optional()
        .flatMap(referrals::find)
        .filter(referral -> !referral.seenBy(Party.REQUESTER).standing().status().ended())
        .map(Referral::id);
  }
}
