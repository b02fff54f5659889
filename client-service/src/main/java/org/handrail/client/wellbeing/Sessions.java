package org.handrail.client.wellbeing;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.handrail.client.specialist.Specialist;
import org.handrail.client.specialist.SpecialistId;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Supervision sessions of the acting agency's specialists. */
@Repository
class Sessions {
  /** Characters without width, as PostgreSQL and Java both understand it. */
  static final String UNSEEN =
      "[\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u2060-\\u206f\\ufeff]+";

  private final JdbcClient jdbc;

  Sessions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One session.
   *
   * @param notes of the specialist's work and growth, never of a client
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Session(
      UUID id,
      String supervisor,
      Instant heldAt,
      LocalDate day,
      int minutes,
      boolean oneToOne,
      @Nullable String notes) {}

  void add(AgencyId agency, SpecialistId of, Session session, Instant at) {
    jdbc.sql(
            """
            insert into supervision_session (agency, id, specialist_id, supervisor, held_at, day, minutes, one_to_one, notes,
              recorded_at)
            values (:agency, :id, :specialist, :supervisor, :heldAt, :day, :minutes, :oneToOne, :notes, :at)
            """)
        .param("agency", agency.value())
        .param("id", session.id())
        .param("specialist", of.value())
        .param("supervisor", session.supervisor())
        .param("heldAt", utc(session.heldAt()))
        .param("day", session.day())
        .param("minutes", session.minutes())
        .param("oneToOne", session.oneToOne())
        .param("notes", session.notes())
        .param("at", utc(at))
        .update();
  }

  /** The newest, from behind that one on. */
  List<Session> page(AgencyId agency, SpecialistId of, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select id, supervisor, held_at, day, minutes, one_to_one, notes from supervision_session
            where agency = :agency and specialist_id = :specialist
              and (:after::uuid is null or (held_at, id) < (
                select p.held_at, p.id from supervision_session p
                where p.agency = :agency and p.specialist_id = :specialist and p.id = :after))
            order by held_at desc, id desc limit :limit
            """)
        .param("agency", agency.value())
        .param("specialist", of.value())
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, _) ->
                new Session(
                    row.getObject("id", UUID.class),
                    row.getString("supervisor"),
                    instant(row, "held_at"),
                    row.getObject("day", LocalDate.class),
                    row.getInt("minutes"),
                    row.getBoolean("one_to_one"),
                    row.getString("notes")))
        .list();
  }

  /** How long somebody was supervised one to one in a month. */
  long minutes(AgencyId agency, SpecialistId of, YearMonth month) {
    return jdbc.sql(
            """
            select coalesce(sum(minutes), 0) from supervision_session
            where agency = :agency and specialist_id = :specialist and one_to_one and day between :from and :until
            """)
        .param("agency", agency.value())
        .param("specialist", of.value())
        .param("from", month.atDay(1))
        .param("until", month.atEndOfMonth())
        .query(Long.class)
        .single();
  }

  /**
   * Whether the text names, in full, somebody with whom the specialist walks: as it stands, or as
   * it is seen.
   */
  boolean namesClient(AgencyId agency, Specialist of, String text) {
    return jdbc.sql(
            """
            select exists (select from client c join assignment a on a.agency = c.agency and a.client_id = c.id
                cross join lateral (values (name_key(:text), name_key(c.legal_name)),
                  (name_key(regexp_replace(:text, :unseen, '', 'g')), name_key(regexp_replace(c.legal_name, :unseen, '', 'g'))))
                  as compared (text, name)
              where c.agency = :agency and a.subject = :subject and a.relation in ('primary', 'backup')
                and compared.name like '% %' and strpos(' ' || compared.text || ' ', ' ' || compared.name || ' ') > 0)
            """)
        .param("agency", agency.value())
        .param("subject", of.subject().value())
        .param("text", text)
        .param("unseen", UNSEEN)
        .query(Boolean.class)
        .single();
  }
}
