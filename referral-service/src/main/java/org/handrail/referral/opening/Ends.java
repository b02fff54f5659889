package org.handrail.referral.opening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.sql.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How openings ended: the first end counts, whoever else tries at the same time. */
@Repository
class Ends {
  private final JdbcClient jdbc;

  Ends(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A claim, or a withdrawal without an offer. */
  record End(UUID openingId, @Nullable UUID offerId) {}

  /** False when it has ended already. */
  boolean claim(Opening.Offer offer, SubjectId by, Instant at) {
    return jdbc.sql(
                """
                insert into opening_end (opening_id, requester_agency, agency, offer_id, ended_by,
                  ended_at)
                select o.opening_id, o.requester_agency, o.agency, o.id, :by, :at
                from opening_offer o where o.id = :offer
                on conflict (opening_id) do nothing
                """)
            .param("offer", offer.id())
            .param("by", by.value())
            .param("at", Columns.utc(at))
            .update()
        == 1;
  }

  /** False when it has ended already. */
  boolean withdraw(UUID openingId, AgencyId requester, SubjectId by, Instant at) {
    return jdbc.sql(
                """
                insert into opening_end (opening_id, requester_agency, ended_by, ended_at)
                values (:opening, :requester, :by, :at)
                on conflict (opening_id) do nothing
                """)
            .param("opening", openingId)
            .param("requester", requester.value())
            .param("by", by.value())
            .param("at", Columns.utc(at))
            .update()
        == 1;
  }

  /**
   * Agencies whose openings ended and are not settled, or are not judged since they were opened;
   * needs no scope, and tells nothing else.
   */
  List<AgencyId> agencies() {
    return jdbc.sql("select agency from agencies_with_openings_to_settle()")
        .query((row, number) -> new AgencyId(row.getString("agency")))
        .list();
  }

  List<UUID> unsettled(AgencyId requester) {
    return jdbc.sql(
            """
            select opening_id from opening_end
            where requester_agency = :requester and settled_at is null order by ended_at limit 100
            """)
        .param("requester", requester.value())
        .query((row, number) -> row.getObject("opening_id", UUID.class))
        .list();
  }

  /** Takes one to settle it: of several instances one has it. */
  Optional<End> settle(UUID openingId, Instant at) {
    return jdbc.sql(
            """
            update opening_end set settled_at = :at
            where opening_id = :id and settled_at is null returning opening_id, offer_id
            """)
        .param("id", openingId)
        .param("at", Columns.utc(at))
        .query(
            (row, number) ->
                new End(
                    row.getObject("opening_id", UUID.class), row.getObject("offer_id", UUID.class)))
        .optional();
  }
}
