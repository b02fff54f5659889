package org.handrail.client.accounting;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.utc;
import static org.handrail.platform.sql.Columns.utcOrNull;

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
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests for lists. */
@Repository
class ListRequests {
  private final JdbcClient jdbc;

  ListRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AgencyId agency, ListRequest request) {
    jdbc.sql(
            """
            insert into list_request (agency, id, client_id, kind, since, requested_at, act_kind, act_at, act_words,
              act_recorded_by, act_recorded_at, free, due_at, version)
            values (:agency, :id, :client, :kind, :since, :at, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt,
              :free, :due, :version)
            """)
        .params(ActColumns.parameters(request.act()))
        .param("agency", agency.value())
        .param("id", request.id())
        .param("client", request.client().value())
        .param("kind", Codes.of(request.kind()))
        .param("since", utc(request.since()))
        .param("at", utc(request.requestedAt()))
        .param("free", request.free())
        .param("due", utc(request.dueAt()))
        .param("version", request.version())
        .update();
  }

  void save(AgencyId agency, ListRequest request) {
    var extension = request.extension();
    var answer = request.answer();
    jdbc.sql(
            """
            update list_request set due_at = :due, extended_at = :extendedAt, extended_by = :extendedBy,
              extension_reason = :reason, answered_at = :answeredAt, answered_by = :answeredBy, answered_how = :how,
              version = :version
            where agency = :agency and id = :id and version = :version - 1
            """)
        .param("due", utc(request.dueAt()))
        .param("extendedAt", extension == null ? null : utc(extension.at()))
        .param("extendedBy", extension == null ? null : extension.by().value())
        .param("reason", extension == null ? null : extension.reason())
        .param("answeredAt", utcOrNull(answer == null ? null : answer.at()))
        .param("answeredBy", answer == null ? null : answer.by().value())
        .param("how", answer == null ? null : Codes.of(answer.how()))
        .param("version", request.version())
        .param("agency", agency.value())
        .param("id", request.id())
        .update();
  }

  /** Whose one is; of one that there is not, nobody's. */
  ClientId client(AgencyId agency, UUID id) {
    return WhoseRow.client(jdbc, "list_request", agency, id).orElseGet(ClientId::ofNobody);
  }

  Optional<ListRequest> find(AgencyId agency, UUID id) {
    return find(agency, id, "");
  }

  Optional<ListRequest> findForUpdate(AgencyId agency, UUID id) {
    return find(agency, id, " for update");
  }

  private Optional<ListRequest> find(AgencyId agency, UUID id, String lock) {
    return jdbc.sql("select * from list_request where agency = :agency and id = :id" + lock)
        .param("agency", agency.value())
        .param("id", id)
        .query(ListRequests::read)
        .optional();
  }

  /** Whether the client asked for an accounting between the two, on whichever of their records. */
  boolean askedForAccounting(AgencyId agency, ClientId client, Instant since, Instant until) {
    return jdbc.sql(
            """
            select exists (select from list_request
              where agency = :agency and client_id in (select records_of_person(:agency, :client)) and kind = 'accounting'
                and requested_at > :since and requested_at < :until)
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("since", utc(since))
        .param("until", utc(until))
        .query(Boolean.class)
        .single();
  }

  /**
   * Oldest first, those after that one.
   *
   * @param records of one person; without any, those of all
   */
  List<ListRequest> page(
      AgencyId agency, List<ClientId> records, boolean open, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            with seen as not materialized (select * from list_request
              where agency = :agency and (cardinality(:records::uuid[]) = 0 or client_id = any (:records::uuid[])))
            select * from seen
            where (not :open or answered_at is null)
              and (:after::uuid is null or (requested_at, id) > (
                select p.requested_at, p.id from seen p where p.id = :after))
            order by requested_at, id limit :limit
            """)
        .param("agency", agency.value())
        .param("records", records.stream().map(ClientId::value).toArray(UUID[]::new))
        .param("open", open)
        .param("after", after)
        .param("limit", limit)
        .query(ListRequests::read)
        .list();
  }

  private static ListRequest read(ResultSet row, int number) throws SQLException {
    var extendedAt = optionalInstant(row, "extended_at");
    var answeredAt = optionalInstant(row, "answered_at");
    return new ListRequest(
        row.getObject("id", UUID.class),
        new ClientId(row.getObject("client_id", UUID.class)),
        Codes.to(ListKind.class, row.getString("kind")),
        instant(row, "since"),
        instant(row, "requested_at"),
        Objects.requireNonNull(ActColumns.read(row)),
        row.getBoolean("free"),
        instant(row, "due_at"),
        extendedAt == null
            ? null
            : new ListRequest.Extension(
                extendedAt,
                new SubjectId(row.getString("extended_by")),
                row.getString("extension_reason")),
        answeredAt == null
            ? null
            : new ListRequest.Answer(
                answeredAt,
                new SubjectId(row.getString("answered_by")),
                Codes.to(ListRequest.How.class, row.getString("answered_how"))),
        row.getLong("version"));
  }
}
