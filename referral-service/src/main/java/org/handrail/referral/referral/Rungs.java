package org.handrail.referral.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.sql.Columns;
import org.handrail.referral.referral.clock.Rung;
import org.handrail.referral.referral.clock.Term;
import org.handrail.referral.referral.lifecycle.History;
import org.handrail.referral.referral.lifecycle.Party;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the current agency's clocks of a referral have brought about. */
@Repository
class Rungs {
  private final JdbcClient jdbc;

  Rungs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A rung that was reached. */
  record Met(String term, String rung, Instant at) {}

  void meet(AgencyId agency, UUID referralId, Term term, String rung, Instant at) {
    jdbc.sql(
            """
            insert into referral_rung (referral_id, agency, term, rung, met_at)
            values (:id, :agency, :term, :rung, :at)
            on conflict do nothing
            """)
        .param("id", referralId)
        .param("agency", agency.value())
        .param("term", term.code())
        .param("rung", rung)
        .param("at", Columns.utc(at))
        .update();
  }

  List<Met> of(UUID referralId) {
    return jdbc.sql(
            """
            select term, rung, met_at from referral_rung where referral_id = :id
            order by met_at, term, rung
            """)
        .param("id", referralId)
        .query(
            (row, number) ->
                new Met(
                    row.getString("term"), row.getString("rung"), Columns.instant(row, "met_at")))
        .list();
  }

  /** Whether the requester waited in vain for something that is still to come. */
  boolean isOver(Referral referral) {
    History seen = referral.seenBy(Party.REQUESTER);
    Instant since = referral.runsSince(Party.REQUESTER);
    return Stream.of(Term.ACKNOWLEDGE, Term.FIRST_CONTACT)
        .filter(term -> term.waits(seen))
        .anyMatch(term -> met(referral.id(), term, Rung.OVER, since));
  }

  /** Whether that rung was reached since the clock began to run. */
  boolean met(UUID referralId, Term term, Rung rung, Instant since) {
    return of(referralId).stream()
        .filter(met -> met.term().equals(term.code()) && met.rung().equals(rung.code()))
        .anyMatch(met -> !met.at().isBefore(since));
  }
}
