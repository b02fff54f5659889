package org.handrail.client.caseload;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.client.client.ClientId;
import org.handrail.client.specialist.SpecialistId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the specialists of the acting agency carry. */
@Repository
class Caseloads {
  private final JdbcClient jdbc;

  Caseloads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A client of somebody.
   *
   * @param backups how many others stand at the client's side
   */
  record Place(
      UUID clientId, Relation relation, @Nullable String cadence, BigDecimal weight, int backups) {}

  /**
   * How often a client wants contact.
   *
   * @param act without, from before acts were kept with it
   */
  record Chosen(String cadence, Instant at, @Nullable RecordedAct act) {}

  /**
   * All at whose side somebody stands and who have not left: whoever left or died weighs nothing
   * and needs nobody who stands in. A record that was merged into another stands for nobody by
   * itself, for as long as it is merged.
   */
  List<Place> places(AgencyId agency, SubjectId of) {
    return jdbc.sql(
            """
            select a.client_id, a.relation, l.cadence, coalesce(l.weight, :ordinary) as weight,
              (select count(*) from assignment b where b.agency = a.agency and b.client_id = a.client_id and b.relation = 'backup'
                and b.subject <> a.subject
              ) as backups
            from assignment a left join lateral (
              select * from client_load c
              where c.agency = a.agency and c.client_id in (select records_of_person(a.agency, a.client_id))
              order by c.set_at desc limit 1) l on true
            where a.agency = :agency and a.subject = :subject and a.relation in ('primary', 'backup')
              and person_of(a.agency, a.client_id) = a.client_id and not has_left(a.agency, a.client_id)
            order by a.assigned_at, a.client_id
            """)
        .param("ordinary", LoadWeights.ORDINARY)
        .param("agency", agency.value())
        .param("subject", of.value())
        .query(
            (row, _) ->
                new Place(
                    row.getObject("client_id", UUID.class),
                    Codes.to(Relation.class, row.getString("relation")),
                    row.getString("cadence"),
                    row.getBigDecimal("weight"),
                    row.getInt("backups")))
        .list();
  }

  /** A record at whose side somebody stands. */
  record Held(ClientId client, Relation relation) {}

  /** All of these, whether merged or of who has left, in the order of their ids. */
  List<Held> held(AgencyId agency, SubjectId by) {
    return jdbc.sql(
            """
            select client_id, relation from assignment
            where agency = :agency and subject = :subject and relation in ('primary', 'backup')
            order by client_id
            """)
        .param("agency", agency.value())
        .param("subject", by.value())
        .query(
            (row, _) ->
                new Held(
                    new ClientId(row.getObject("client_id", UUID.class)),
                    Codes.to(Relation.class, row.getString("relation"))))
        .list();
  }

  /** What somebody carries as the first at their clients' side. */
  BigDecimal carried(AgencyId agency, SubjectId by) {
    return carried(places(agency, by).stream());
  }

  /** The same without that client, if they are one of these. */
  BigDecimal carriedBeside(AgencyId agency, SubjectId by, ClientId client) {
    return carried(
        places(agency, by).stream().filter(place -> !place.clientId().equals(client.value())));
  }

  private static BigDecimal carried(Stream<Place> places) {
    return places
        .filter(place -> place.relation() == Relation.PRIMARY)
        .map(Place::weight)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What a client takes of a caseload: nothing once they have left. */
  BigDecimal weight(AgencyId agency, ClientId of) {
    return jdbc.sql(
            """
            select case when has_left(:agency, :client) then 0 else coalesce((
              select weight from client_load
              where agency = :agency and client_id in (select records_of_person(:agency, :client))
              order by set_at desc limit 1), :ordinary) end
            """)
        .param("agency", agency.value())
        .param("client", of.value())
        .param("ordinary", LoadWeights.ORDINARY)
        .query(BigDecimal.class)
        .single();
  }

  /** What a client chose last, on whichever of their records. */
  Optional<Chosen> chosen(AgencyId agency, ClientId by) {
    return jdbc.sql(
            """
            select cadence, set_at, act_kind, act_at, act_words, act_recorded_by, act_recorded_at from client_load
            where agency = :agency and client_id in (select records_of_person(:agency, :client))
            order by set_at desc limit 1
            """)
        .param("agency", agency.value())
        .param("client", by.value())
        .query(
            (row, _) ->
                new Chosen(row.getString("cadence"), instant(row, "set_at"), ActColumns.read(row)))
        .optional();
  }

  void setWeight(AgencyId agency, ClientId of, String cadence, BigDecimal weight, RecordedAct act) {
    jdbc.sql(
            """
            insert into client_load (agency, client_id, cadence, weight, set_by, set_at, act_kind, act_at, act_words,
              act_recorded_by, act_recorded_at)
            values (:agency, :client, :cadence, :weight, :actRecordedBy, :actRecordedAt, :actKind, :actAt, :actWords,
              :actRecordedBy, :actRecordedAt)
            on conflict (agency, client_id) do update set cadence = excluded.cadence, weight = excluded.weight,
              set_by = excluded.set_by, set_at = excluded.set_at, act_kind = excluded.act_kind, act_at = excluded.act_at,
              act_words = excluded.act_words, act_recorded_by = excluded.act_recorded_by,
              act_recorded_at = excluded.act_recorded_at
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("client", of.value())
        .param("cadence", cadence)
        .param("weight", weight)
        .update();
  }

  UUID raise(
      AgencyId agency,
      SpecialistId of,
      int extra,
      LocalDate until,
      String words,
      SubjectId by,
      Instant at) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into cap_raise (agency, id, specialist_id, extra, until_day, words, raised_by, raised_at)
            values (:agency, :id, :specialist, :extra, :until, :words, :by, :at)
            """)
        .param("agency", agency.value())
        .param("id", id)
        .param("specialist", of.value())
        .param("extra", extra)
        .param("until", until)
        .param("words", words)
        .param("by", by.value())
        .param("at", utc(at))
        .update();
    return id;
  }

  /** None of what they were let carry more counts any longer. */
  void endRaises(AgencyId agency, SpecialistId of, Instant at) {
    jdbc.sql(
            """
            update cap_raise set ended_at = :at
            where agency = :agency and specialist_id = :specialist and ended_at is null
            """)
        .param("agency", agency.value())
        .param("specialist", of.value())
        .param("at", utc(at))
        .update();
  }

  /** How much more than the agency's cap somebody may carry on that day. */
  int raised(AgencyId agency, SpecialistId of, LocalDate on) {
    return jdbc.sql(
            """
            select coalesce(sum(extra), 0) from cap_raise
            where agency = :agency and specialist_id = :specialist and until_day >= :on and ended_at is null
            """)
        .param("agency", agency.value())
        .param("specialist", of.value())
        .param("on", on)
        .query(Integer.class)
        .single();
  }
}
