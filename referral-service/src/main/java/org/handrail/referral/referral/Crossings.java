package org.handrail.referral.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.sql.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Steps of the current agency on their way through the door, in the order of their taking. */
@Repository
class Crossings {
  private final JdbcClient jdbc;

  Crossings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A step for which the door is to be asked.
   *
   * @param askedAnew how often it was kept back and is brought there again
   * @param mayBeJudged whether the door may have heard of it, and nobody its answer
   */
  record Waiting(
      UUID referralId,
      Referral.Entry entry,
      SubjectId subject,
      int attempts,
      int askedAnew,
      boolean mayBeJudged) {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** A second after the first attempt, then ever later. */
    private Instant nextAttempt(Instant now) {
      Duration wait = Duration.ofSeconds(1L << Math.min(attempts, 10));
      return now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }
  }

  /** Agencies that have something to do; needs no scope, and tells nothing else. */
  List<AgencyId> agencies() {
    return jdbc.sql("select agency from agencies_with_crossings()")
        .query((row, number) -> new AgencyId(row.getString("agency")))
        .list();
  }

  /** The oldest that may be tried now; later steps of a referral wait for its earlier ones. */
  Optional<Waiting> next(AgencyId agency, Instant now) {
    return jdbc.sql(
            """
            select s.* from referral_step s
            where s.agency = :agency and s.crossing = 'awaiting' and s.next_attempt_at <= :now
              and not exists (select 1 from referral_step e
                where e.referral_id = s.referral_id and e.seq < s.seq and e.agency = s.agency
                  and e.crossing = 'awaiting')
            order by s.ordinal limit 1
            """)
        .param("agency", agency.value())
        .param("now", Columns.utc(now))
        .query(
            (row, number) ->
                new Waiting(
                    row.getObject("referral_id", UUID.class),
                    ReferralRows.entry(row),
                    new SubjectId(row.getString("subject")),
                    row.getInt("attempts"),
                    row.getInt("asked_anew"),
                    row.getBoolean("may_be_judged")))
        .optional();
  }

  /** Referrals with steps of the other party that the current agency's people are not told of. */
  List<UUID> arrivals(AgencyId agency) {
    return jdbc.sql(
            """
            select referral_id from referral_step
            where other_agency = :agency and crossing = 'arrived'
            group by referral_id order by min(ordinal)
            """)
        .param("agency", agency.value())
        .query((row, number) -> row.getObject("referral_id", UUID.class))
        .list();
  }

  void move(UUID referralId, int seq, Crossing to) {
    jdbc.sql(
            """
            update referral_step set crossing = :to, not_understood_since = null,
              seen_by_other = :to in ('arrived', 'released') and step <> 'SENDING'
            where referral_id = :id and seq = :seq
            """)
        .param("id", referralId)
        .param("seq", seq)
        .param("to", code(to))
        .update();
  }

  void released(UUID referralId, int seq, UUID disclosureId, Crossing to) {
    jdbc.sql(
            "update referral_step set disclosure_id = :disclosure where referral_id = :id and seq ="
                + " :seq")
        .param("id", referralId)
        .param("seq", seq)
        .param("disclosure", disclosureId)
        .update();
    move(referralId, seq, to);
  }

  /**
   * Whatever else than a sending the requester did and the door kept back, or was never asked about
   * since the consent had ended, is to be brought there again. What was kept back is another
   * question then; to one whose answer nobody heard the door may have let it out.
   *
   * @param since when the client said what may let it go
   * @return whether there is any
   */
  boolean askAnew(UUID referralId, AgencyId requester, Instant since, Instant now) {
    return jdbc.sql(
                """
                update referral_step set crossing = 'awaiting', attempts = 0, next_attempt_at = :now,
                  may_go_since = :since, asked_anew = asked_anew + (crossing = 'withheld')::integer
                where referral_id = :id and agency = :agency and step <> 'SENDING'
                  and crossing in ('withheld', 'void', 'awaiting')
                """)
            .param("id", referralId)
            .param("since", Columns.utc(since))
            .param("agency", requester.value())
            .param("now", Columns.utc(now))
            .update()
        > 0;
  }

  /** The same of what the receiver answered, of which the requester's side sees nothing here. */
  void askAnswersAnew(UUID referralId, Instant since, Instant now) {
    jdbc.sql("select bring_answers_again(:id, :since, :now)")
        .param("id", referralId)
        .param("since", Columns.utc(since))
        .param("now", Columns.utc(now))
        .query((row, number) -> referralId)
        .single();
  }

  /**
   * It was kept back before the client said what may let it go, by an answer that nobody heard: it
   * is asked as another question, once.
   *
   * @return whether that is so
   */
  boolean askAfterDenialFromBefore(Waiting waiting, Instant decidedAt, Instant now) {
    return jdbc.sql(
                """
                update referral_step set attempts = 0, next_attempt_at = :now, may_go_since = null,
                  asked_anew = asked_anew + 1
                where referral_id = :id and seq = :seq and crossing = 'awaiting'
                  and may_go_since > :decided
                """)
            .param("id", waiting.referralId())
            .param("seq", waiting.entry().seq())
            .param("decided", Columns.utc(decidedAt))
            .param("now", Columns.utc(now))
            .update()
        == 1;
  }

  /** Keeps, before the door is asked, that it may have judged it; or after, that it has not. */
  void mayBeJudged(Waiting waiting, boolean may) {
    jdbc.sql(
            """
            update referral_step set may_be_judged = :may where referral_id = :id and seq = :seq
            """)
        .param("may", may)
        .param("id", waiting.referralId())
        .param("seq", waiting.entry().seq())
        .update();
  }

  /** Lets others go first; nothing changes where it no longer waits. */
  void postpone(Waiting waiting, Instant now) {
    jdbc.sql(
            """
            update referral_step set next_attempt_at = :until, attempts = attempts + 1
            where referral_id = :id and seq = :seq and crossing = 'awaiting'
            """)
        .param("id", waiting.referralId())
        .param("seq", waiting.entry().seq())
        .param("until", Columns.utc(waiting.nextAttempt(now)))
        .update();
  }

  /**
   * The door does not understand the question.
   *
   * @return whether that is new
   */
  boolean isNewlyNotUnderstood(Waiting waiting, Instant now) {
    return jdbc.sql(
                """
                update referral_step set not_understood_since = :now
                where referral_id = :id and seq = :seq and crossing = 'awaiting'
                  and not_understood_since is null
                """)
            .param("id", waiting.referralId())
            .param("seq", waiting.entry().seq())
            .param("now", Columns.utc(now))
            .update()
        == 1;
  }

  /** How many questions of all agencies the door does not understand; needs no scope. */
  long notUnderstood() {
    return jdbc.sql("select questions_not_understood()").query(Long.class).single();
  }

  static String code(Crossing crossing) {
    return crossing.name().toLowerCase(Locale.ROOT);
  }

  static Crossing crossing(String code) {
    return Crossing.valueOf(code.toUpperCase(Locale.ROOT));
  }
}
