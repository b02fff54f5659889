package org.handrail.client.pairing;

import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.WhoseRow;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** That clients would rather walk with somebody else, and what came of it. */
@Repository
class Changes {
  private static final String SELECT =
      """
      select id, client_id, about, warm, wanted, outgoing, incoming, settled_at, settled_with, met_at, act_kind, act_at, act_words,
        act_recorded_by, act_recorded_at, withdrawn_kind, withdrawn_at, withdrawn_words, withdrawn_recorded_by, withdrawn_recorded_at,
        coalesce((select m.surviving from merge m
          where m.agency = c.agency and m.merged = c.client_id and m.merged_at <= c.settled_at
            and (m.undone_at is null or m.undone_at > c.settled_at)), client_id) as settled_on
      from specialist_change c where agency = :agency
      """;

  private static final String OF_CLIENT =
      """
      (client_id = :client or client_id in (select merged from merge
        where agency = :agency and surviving = :client and undone_at is null))
      """;

  private final JdbcClient jdbc;

  Changes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One of them.
   *
   * @param about who was the client's primary specialist when it was told; null where nobody was,
   *     or of what was told before that was kept
   * @param warm whether who goes stays until the client has met who comes
   * @param wanted whom the client named, if anybody
   * @param settledOn the record whose specialist changed by it: the one that stood for the person
   *     when it was settled
   * @param settledWith the one that was told first of those that were settled together, of the
   *     others
   * @param withdrawn that the client took it back
   */
  record Change(
      UUID id,
      ClientId client,
      @Nullable SubjectId about,
      boolean warm,
      @Nullable UUID wanted,
      RecordedAct act,
      @Nullable SubjectId outgoing,
      @Nullable SubjectId incoming,
      @Nullable Instant settledAt,
      ClientId settledOn,
      @Nullable UUID settledWith,
      @Nullable Instant metAt,
      @Nullable RecordedAct withdrawn) {

    static Change asked(
        ClientId client,
        @Nullable SubjectId about,
        boolean warm,
        @Nullable UUID wanted,
        RecordedAct act) {
      return new Change(
          UUID.randomUUID(),
          client,
          about,
          warm,
          wanted,
          act,
          null,
          null,
          null,
          client,
          null,
          null,
          null);
    }

    boolean isAbout(SubjectId specialist) {
      return specialist.equals(about);
    }

    boolean waits() {
      return settledAt == null && withdrawn == null;
    }

    boolean isSettled() {
      return settledAt != null;
    }

    boolean isWrittenDownBy(SubjectId subject) {
      return act.recordedBy().equals(subject);
    }

    /** The same for all that were settled together. */
    UUID together() {
      return settledWith == null ? id : settledWith;
    }
  }

  void add(AgencyId agency, Change change) {
    jdbc.sql(
            """
            insert into specialist_change (agency, id, client_id, about, warm, wanted, act_kind, act_at, act_words, act_recorded_by,
              act_recorded_at)
            values (:agency, :id, :client, :about, :warm, :wanted, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt)
            """)
        .param("agency", agency.value())
        .param("id", change.id())
        .param("client", change.client().value())
        .param("about", change.about() == null ? null : change.about().value())
        .param("warm", change.warm())
        .param("wanted", change.wanted())
        .params(ActColumns.parameters(change.act()))
        .update();
  }

  /** Settles all of these with the first of them. */
  void settle(
      AgencyId agency,
      List<Change> together,
      @Nullable SubjectId outgoing,
      SubjectId incoming,
      Instant at,
      @Nullable Instant metAt) {
    jdbc.sql(
            """
            update specialist_change set outgoing = :outgoing, incoming = :incoming, settled_at = :at, met_at = :met::timestamptz,
              settled_with = nullif(:first, id)
            where agency = :agency and id = any (:ids)
            """)
        .param("outgoing", outgoing == null ? null : outgoing.value())
        .param("incoming", incoming.value())
        .param("at", utc(at))
        .param("met", metAt == null ? null : utc(metAt))
        .param("first", together.getFirst().id())
        .param("agency", agency.value())
        .param("ids", ids(together))
        .update();
  }

  /** The client took all of these back. */
  void withdraw(AgencyId agency, List<Change> these, RecordedAct act) {
    jdbc.sql(
            """
            update specialist_change set withdrawn_kind = :actKind, withdrawn_at = :actAt, withdrawn_recorded_by = :actRecordedBy,
              withdrawn_recorded_at = :actRecordedAt
            where agency = :agency and id = any (:ids)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("ids", ids(these))
        .update();
  }

  /** Until the transaction ends nobody else settles any of {@link #of} these or takes it back. */
  void lock(AgencyId agency, ClientId client) {
    jdbc.sql(
            "select id from specialist_change where agency = :agency and "
                + OF_CLIENT
                + " order by id for update")
        .param("agency", agency.value())
        .param("client", client.value())
        .query(UUID.class)
        .list();
  }

  private static UUID[] ids(List<Change> changes) {
    return changes.stream().map(Change::id).toArray(UUID[]::new);
  }

  /** Of all that were settled together. */
  void met(AgencyId agency, Change change, Instant at) {
    jdbc.sql(
            """
            update specialist_change set met_at = :at where agency = :agency and (id = :together or settled_with = :together)
            """)
        .param("at", utc(at))
        .param("agency", agency.value())
        .param("together", change.together())
        .update();
  }

  /** Whose one is, and nothing of it: its reading may not take longer than that of none. */
  Optional<ClientId> client(AgencyId agency, UUID id) {
    return WhoseRow.client(jdbc, "specialist_change", agency, id);
  }

  Optional<Change> find(AgencyId agency, UUID id) {
    return jdbc.sql(SELECT + " and id = :id")
        .param("agency", agency.value())
        .param("id", id)
        .query(Changes::read)
        .optional();
  }

  /**
   * Those of a client in the order in which they were told; the record that stands for a person has
   * those of the records merged into it.
   */
  List<Change> of(AgencyId agency, ClientId client) {
    return jdbc.sql(SELECT + " and " + OF_CLIENT + " order by act_recorded_at, id")
        .param("agency", agency.value())
        .param("client", client.value())
        .query(Changes::read)
        .list();
  }

  private static Change read(ResultSet row, int number) throws SQLException {
    return new Change(
        row.getObject("id", UUID.class),
        new ClientId(row.getObject("client_id", UUID.class)),
        somebody(row, "about"),
        row.getBoolean("warm"),
        row.getObject("wanted", UUID.class),
        Objects.requireNonNull(ActColumns.read(row)),
        somebody(row, "outgoing"),
        somebody(row, "incoming"),
        optionalInstant(row, "settled_at"),
        new ClientId(row.getObject("settled_on", UUID.class)),
        row.getObject("settled_with", UUID.class),
        optionalInstant(row, "met_at"),
        ActColumns.read(row, "withdrawn"));
  }

  private static @Nullable SubjectId somebody(ResultSet row, String column) throws SQLException {
    var subject = row.getString(column);
    return subject == null ? null : new SubjectId(subject);
  }
}
