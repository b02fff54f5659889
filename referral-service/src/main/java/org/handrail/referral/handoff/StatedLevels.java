package org.handrail.referral.handoff;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Levels of care as the current agency's intake stated them; no other agency reads them here. */
@Repository
class StatedLevels {
  private final JdbcClient jdbc;

  StatedLevels(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What was stated.
   *
   * @param edition of the ASAM Criteria, 3 or 4
   */
  record Stated(UUID id, UUID referralId, String level, int edition, Instant statedAt) {}

  void add(AgencyId agency, SubjectId by, Stated stated) {
    jdbc.sql(
            """
            insert into stated_level (id, agency, referral_id, level, edition, stated_by, stated_at)
            values (:id, :agency, :referral, :level, :edition, :by, :at)
            """)
        .param("id", stated.id())
        .param("agency", agency.value())
        .param("referral", stated.referralId())
        .param("level", stated.level())
        .param("edition", stated.edition())
        .param("by", by.value())
        .param("at", utc(stated.statedAt()))
        .update();
  }

  /** The newest first. */
  List<Stated> of(AgencyId agency, UUID referralId) {
    return jdbc.sql(
            """
            select * from stated_level where agency = :agency and referral_id = :referral
            order by stated_at desc, id
            """)
        .param("agency", agency.value())
        .param("referral", referralId)
        .query(
            (row, _) ->
                new Stated(
                    row.getObject("id", UUID.class),
                    row.getObject("referral_id", UUID.class),
                    row.getString("level"),
                    row.getInt("edition"),
                    instant(row, "stated_at")))
        .list();
  }
}
