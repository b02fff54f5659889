package org.handrail.client.episode;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.Parting;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActView;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Attempts to reach the acting agency's clients, and the times when they said "not now". */
@Repository
class Engagements {
  private final JdbcClient jdbc;
  private final RosterSettings settings;

  Engagements(JdbcClient jdbc, RosterSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /**
   * A client's "not now".
   *
   * @param laterOkOn from which day it may be asked again; with none, the client comes by
   *     themselves
   * @param saidOn the record on which they said it
   * @param laterOkFrom when that day begins at the agency
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NotNow(
      UUID id,
      @Nullable LocalDate laterOkOn,
      ActView act,
      @JsonIgnore ClientId saidOn,
      @JsonIgnore @Nullable Instant laterOkFrom) {
    boolean holdsAt(Instant at) {
      return !act.at().isAfter(at) && (laterOkFrom == null || at.isBefore(laterOkFrom));
    }
  }

  /** What was said later stands, and this one with it no more. */
  void addNotNow(
      AgencyId agency, ClientId client, UUID id, @Nullable LocalDate later, RecordedAct act) {
    jdbc.sql(
            """
            insert into not_now (agency, id, client_id, later_ok_on, act_kind, act_at, act_words, act_recorded_by,
              act_recorded_at, ended_at)
            values (:agency, :id, :client, :later, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt,
              (select :actRecordedAt::timestamptz where exists (select from not_now later
                where later.agency = :agency and later.client_id = :client and later.ended_at is null)))
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("id", id)
        .param("client", client.value())
        .param("later", later)
        .update();
  }

  /** As {@link #addNotNow}, of one that was said on another record: none of the words. */
  void writeDown(Parting parting, NotNow said) {
    jdbc.sql(
            """
            insert into not_now (agency, id, client_id, later_ok_on, act_kind, act_at, act_words, act_recorded_by,
              act_recorded_at)
            select agency, gen_random_uuid(), :onto, later_ok_on, act_kind, act_at, null, :by, act_recorded_at
            from not_now where agency = :agency and id = :said
            """)
        .param("agency", parting.agency().value())
        .param("said", said.id())
        .param("onto", parting.onto().value())
        .param("by", parting.by().value())
        .update();
  }

  /**
   * Ends what was said on that record by then, since the client says something else.
   *
   * @param until what was said later stands
   */
  void endNotNow(AgencyId agency, ClientId client, Instant until, Instant at) {
    jdbc.sql(
            """
            update not_now set ended_at = :at
            where agency = :agency and client_id = :client and ended_at is null and act_at <= :until
            """)
        .param("at", utc(at))
        .param("until", utc(until))
        .param("agency", agency.value())
        .param("client", client.value())
        .update();
  }

  /**
   * What the person whose record this is said last, on whichever of their records, unless they came
   * by themselves since: as this record has it, where it was written down on another as well.
   */
  Optional<NotNow> notNow(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select * from not_now said
            where said.agency = :agency and said.client_id in (select records_of_person(:agency, :client))
              and said.ended_at is null
              and not exists (select from attempt came
                where came.agency = :agency and came.client_id in (select records_of_person(:agency, :client))
                  and came.initiative = 'client' and came.attempted_at > said.act_at
                  and not is_withdrawn(came.agency, came.id))
            order by said.act_at desc, said.act_recorded_at desc, said.client_id = :client desc limit 1
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query((row, _) -> notNow(agency, row))
        .optional();
  }

  private NotNow notNow(AgencyId agency, ResultSet row) throws SQLException {
    var day = row.getObject("later_ok_on", LocalDate.class);
    return new NotNow(
        row.getObject("id", UUID.class),
        day,
        ActView.of(Objects.requireNonNull(ActColumns.read(row))),
        new ClientId(row.getObject("client_id", UUID.class)),
        day == null ? null : settings.beginOf(agency, day));
  }

  void addAttempt(AgencyId agency, ClientId client, Attempt attempt, Instant recordedAt) {
    jdbc.sql(
            """
            insert into attempt (agency, id, client_id, attempted_at, attempted_by, initiative, way, outcome, recorded_at)
            values (:agency, :id, :client, :at, :by, :initiative, :way, :outcome, :recordedAt)
            """)
        .param("agency", agency.value())
        .param("id", attempt.id())
        .param("client", client.value())
        .param("at", utc(attempt.at()))
        .param("by", attempt.by())
        .param("initiative", Codes.of(attempt.initiative()))
        .param("way", Codes.of(attempt.way()))
        .param("outcome", Codes.of(attempt.outcome()))
        .param("recordedAt", utc(recordedAt))
        .update();
  }

  /** How often in a row the person was not reached, by whichever of their records. */
  int inVain(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            with tried as (select attempted_at, outcome from attempt
              where agency = :agency and client_id in (select records_of_person(:agency, :client))
                and not is_withdrawn(agency, id))
            select count(*) from tried where outcome <> 'reached' and attempted_at > coalesce(
              (select max(attempted_at) from tried where outcome = 'reached'), '-infinity')
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query(Integer.class)
        .single();
  }

  /** Also one that was withdrawn. */
  Optional<Attempt> attempt(AgencyId agency, ClientId client, UUID id) {
    return jdbc.sql(
            "select * from attempt where agency = :agency and client_id = :client and id = :id")
        .param("agency", agency.value())
        .param("client", client.value())
        .param("id", id)
        .query(Engagements::attempt)
        .optional();
  }

  /**
   * Whether it seemed from that instant until now that the person had come by themselves since they
   * said that: by one attempt or by several, none of which stands any more.
   */
  boolean seemedToHaveCome(AgencyId agency, NotNow said, Instant from) {
    return jdbc.sql(
            """
            with came as (
              select a.recorded_at, w.withdrawn_at from attempt a
                join withdrawal w on w.agency = a.agency and w.id = a.id
              where a.agency = :agency and a.client_id in (select records_of_person(:agency, :client))
                and a.initiative = 'client' and a.attempted_at > :said and w.withdrawn_at >= :from
            )
            select exists (select from came where recorded_at < :from)
              and not exists (select from came gone
                where gone.withdrawn_at < (select max(withdrawn_at) from came)
                  and not exists (select from came other
                    where other.recorded_at <= gone.withdrawn_at and other.withdrawn_at > gone.withdrawn_at))
            """)
        .param("agency", agency.value())
        .param("client", said.saidOn().value())
        .param("said", utc(said.act().at()))
        .param("from", utc(from))
        .query(Boolean.class)
        .single();
  }

  /** A page of those that were not withdrawn, the latest first. */
  List<Attempt> attempts(AgencyId agency, ClientId client, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select * from attempt where agency = :agency and client_id = :client and not is_withdrawn(agency, id)
              and (:after::uuid is null or (attempted_at, id) < (
                select p.attempted_at, p.id from attempt p
                where p.agency = :agency and p.client_id = :client and p.id = :after))
            order by attempted_at desc, id desc limit :limit
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("after", after)
        .param("limit", limit)
        .query(Engagements::attempt)
        .list();
  }

  private static Attempt attempt(ResultSet row, int number) throws SQLException {
    return new Attempt(
        row.getObject("id", UUID.class),
        instant(row, "attempted_at"),
        row.getString("attempted_by"),
        Codes.to(Attempt.Initiative.class, row.getString("initiative")),
        Codes.to(Attempt.Way.class, row.getString("way")),
        Codes.to(Attempt.Outcome.class, row.getString("outcome")));
  }
}
