package org.handrail.referral.choice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Records that the client and the specialist agree, and then asks the coalition (R6). */
@Component
class Agreeing {
  static final ProblemType NOT_CHOSEN =
      ProblemType.of("nothing-chosen", 409, "The client has not chosen yet");
  static final ProblemType ALREADY_AGREED =
      ProblemType.of("already-agreed", 409, "You have agreed");

  private final Agreements agreements;
  private final Acknowledgements acknowledgements;
  private final Agreement.Mode mode;
  private final Clock clock;

  Agreeing(
      Agreements agreements,
      Acknowledgements acknowledgements,
      @Value("${handrail.agreements.coalition:asked}") Agreement.Mode mode,
      Clock clock) {
    this.agreements = agreements;
    this.acknowledgements = acknowledgements;
    this.mode = mode;
    this.clock = clock;
  }

  /**
   * The client agrees by their own act; a specialist agrees for themselves, and may write down the
   * client's act with it or, while it is missing, after it.
   *
   * @throws Refusal {@code already-agreed} when nothing new is said, or when a specialist sends an
   *     act of a client who has agreed
   */
  UUID agree(Recorder by, AgencyId agency, OptionSet set, @Nullable ActForm act) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (by.isTheClient() && act == null) {
      throw Refusal.of(
          Problem.of(OptionAnswers.ANSWER_DEFICIENT)
              .error("/act", "act-missing", "A client agrees by an act of their own."));
    }
    OptionSet.Choice choice = set.choice();
    if (choice == null) {
      throw Refusal.of(NOT_CHOSEN);
    }
    Agreement before = agreements.of(set.id()).orElseGet(() -> new Agreement(null, null, null));
    requireNew(by, before, act);
    RecordedAct client =
        act == null
            ? before.client()
            : act.recordedBy(by, now)
                .notBefore(choice.act().at(), "before-choice", "They had not chosen this then.");
    Agreement.BySpecialist specialist =
        by.isTheClient() || before.specialist() != null
            ? before.specialist()
            : new Agreement.BySpecialist(by.subject(), now);
    UUID acknowledgement =
        client == null || specialist == null
            ? null
            : ask(agency, set.need(), choice.serviceId(), now);
    agreements.put(agency, set.id(), client, specialist, acknowledgement);
    return set.id();
  }

  private static void requireNew(Recorder by, Agreement before, @Nullable ActForm act) {
    if (act == null ? before.specialist() == null : before.client() == null) {
      return;
    }
    Problem already = Problem.of(ALREADY_AGREED);
    throw Refusal.of(
        act == null || by.isTheClient()
            ? already
            : already.error(
                "/act", "client-agreed", "They have agreed already: agree without it."));
  }

  private UUID ask(AgencyId agency, String need, UUID service, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return acknowledgements.add(
        agency, need, service, mode, mode == Agreement.Mode.AUTOMATIC ? today : null);
  }
}
