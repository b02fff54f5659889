package org.handrail.referral.choice;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Agreements on what clients of the current agency chose. */
@Repository
class Agreements {
  private final JdbcClient jdbc;

  Agreements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Agreement> of(UUID optionSet) {
    return jdbc.sql(
            """
            select a.*, k.mode, k.acknowledged_on from option_agreement a
            left join coalition_acknowledgement k on k.id = a.acknowledgement_id
            where a.option_set_id = :set
            """)
        .param("set", optionSet)
        .query((row, _) -> agreement(row))
        .optional();
  }

  /**
   * Writes down who agrees now.
   *
   * @param acknowledgement there once both do
   */
  void put(
      AgencyId agency,
      UUID optionSet,
      @Nullable RecordedAct client,
      Agreement.@Nullable BySpecialist specialist,
      @Nullable UUID acknowledgement) {
    jdbc.sql(
            """
            insert into option_agreement (option_set_id, agency, act_kind, act_at, act_words,
              act_recorded_by, act_recorded_at, specialist, specialist_at, acknowledgement_id)
            values (:set, :agency, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt,
              :specialist, :specialistAt, :acknowledgement)
            on conflict (option_set_id) do update set act_kind = excluded.act_kind,
              act_at = excluded.act_at, act_words = excluded.act_words,
              act_recorded_by = excluded.act_recorded_by,
              act_recorded_at = excluded.act_recorded_at, specialist = excluded.specialist,
              specialist_at = excluded.specialist_at,
              acknowledgement_id = excluded.acknowledgement_id
            """)
        .params(ActColumns.parameters(client))
        .param("set", optionSet)
        .param("agency", agency.value())
        .param("specialist", specialist == null ? null : specialist.subject().value())
        .param("specialistAt", specialist == null ? null : utc(specialist.at()))
        .param("acknowledgement", acknowledgement)
        .update();
  }

  private static Agreement agreement(ResultSet row) throws SQLException {
    return new Agreement(ActColumns.read(row), specialist(row), acknowledgement(row));
  }

  private static Agreement.@Nullable BySpecialist specialist(ResultSet row) throws SQLException {
    String subject = row.getString("specialist");
    if (subject == null) {
      return null;
    }
    Instant at = instant(row, "specialist_at");
    return new Agreement.BySpecialist(new SubjectId(subject), at);
  }

  private static Agreement.@Nullable Acknowledgement acknowledgement(ResultSet row)
      throws SQLException {
    String mode = row.getString("mode");
    return mode == null
        ? null
        : new Agreement.Acknowledgement(
            Codes.to(Agreement.Mode.class, mode),
            row.getObject("acknowledged_on", LocalDate.class));
  }
}
