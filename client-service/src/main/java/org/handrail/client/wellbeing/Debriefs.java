package org.handrail.client.wellbeing;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.utc;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Talks after an overdose or a death, with those who walked along; of whom it was is not kept. */
@Repository
class Debriefs {
  private static final String SELECT =
      "select id, subject, after_event, offered_at, answer, answered_at from debrief where agency ="
          + " :agency";

  private final JdbcClient jdbc;

  Debriefs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** After what. */
  enum Event {
    OVERDOSE,
    DEATH
  }

  /** What came of the offer; declining is as good an answer as any. */
  enum Answer {
    HELD,
    DECLINED
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Debrief(
      UUID id,
      String subject,
      Event after,
      Instant offeredAt,
      @Nullable Answer answer,
      @Nullable Instant answeredAt) {}

  UUID offer(AgencyId agency, SubjectId to, Event after, Instant at) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into debrief (agency, id, subject, after_event, offered_at) values (:agency, :id, :subject, :after, :at)
            """)
        .param("agency", agency.value())
        .param("id", id)
        .param("subject", to.value())
        .param("after", Codes.of(after))
        .param("at", utc(at))
        .update();
    return id;
  }

  /** Whether it was unanswered until now. */
  boolean answer(AgencyId agency, UUID id, Answer answer, Instant at) {
    return jdbc.sql(
                """
                update debrief set answer = :answer, answered_at = :at where agency = :agency and id = :id and answer is null
                """)
            .param("answer", Codes.of(answer))
            .param("at", utc(at))
            .param("agency", agency.value())
            .param("id", id)
            .update()
        == 1;
  }

  /** One of the acting agency; somebody's own, unless all may be seen. */
  Optional<Debrief> find(AgencyId agency, UUID id, @Nullable SubjectId only) {
    return jdbc.sql(SELECT + " and id = :id and (:only::text is null or subject = :only)")
        .param("agency", agency.value())
        .param("id", id)
        .param("only", only == null ? null : only.value())
        .query(Debriefs::read)
        .optional();
  }

  /** The newest, from behind that one on. */
  List<Debrief> page(AgencyId agency, @Nullable SubjectId only, @Nullable UUID after, int limit) {
    return jdbc.sql(
            "with seen as not materialized ("
                + SELECT
                + """
                 and (:only::text is null or subject = :only))
                select * from seen
                where :after::uuid is null or (offered_at, id) < (select p.offered_at, p.id from seen p where p.id = :after)
                order by offered_at desc, id desc limit :limit
                """)
        .param("agency", agency.value())
        .param("only", only == null ? null : only.value())
        .param("after", after)
        .param("limit", limit)
        .query(Debriefs::read)
        .list();
  }

  /** Who is primary specialist or backup on any record of the client. */
  List<SubjectId> walkingWith(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select distinct subject from assignment
            where agency = :agency and client_id in (select records_of_person(:agency, :client))
              and relation in ('primary', 'backup')
            order by subject
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query((row, _) -> new SubjectId(row.getString("subject")))
        .list();
  }

  private static Debrief read(ResultSet row, int number) throws SQLException {
    var answer = row.getString("answer");
    return new Debrief(
        row.getObject("id", UUID.class),
        row.getString("subject"),
        Codes.to(Event.class, row.getString("after_event")),
        instant(row, "offered_at"),
        answer == null ? null : Codes.to(Answer.class, answer),
        optionalInstant(row, "answered_at"));
  }
}
