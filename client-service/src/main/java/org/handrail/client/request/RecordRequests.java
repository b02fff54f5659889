package org.handrail.client.request;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.texts;
import static org.handrail.platform.sql.Columns.utc;
import static org.handrail.platform.sql.Columns.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests for records that came to an agency. */
@Repository
public class RecordRequests {
  private final JdbcClient jdbc;

  RecordRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AgencyId agency, RecordRequest request) {
    var received = request.received();
    var link = request.link();
    jdbc.sql(
            """
            insert into record_request (agency, id, kind, process, requester, organization, words, received_at, recorded_at,
              recorded_by, due_at, status, client_id, linked_at, linked_by, version)
            values (:agency, :id, :kind, :process, :requester, :organization, :words, :at, :recordedAt, :recordedBy, :due,
              :status, :client, :linkedAt, :linkedBy, :version)
            """)
        .param("agency", agency.value())
        .param("id", request.id())
        .param("kind", Codes.of(received.kind()))
        .param("process", received.process() == null ? null : Codes.of(received.process()))
        .param("requester", received.requester())
        .param("organization", received.organization())
        .param("words", received.words())
        .param("at", utc(received.at()))
        .param("recordedAt", utc(received.recordedAt()))
        .param("recordedBy", received.recordedBy().value())
        .param("due", utcOrNull(request.dueAt()))
        .param("status", Codes.of(request.status()))
        .param("client", link == null ? null : link.client().value())
        .param("linkedAt", link == null ? null : utc(link.at()))
        .param("linkedBy", link == null ? null : link.by().value())
        .param("version", request.version())
        .update();
  }

  void save(AgencyId agency, RecordRequest request) {
    var link = request.link();
    var order = request.order();
    var subpoena = request.subpoena();
    var answered = request.answered();
    jdbc.sql(
            """
            update record_request set status = :status, client_id = :client, linked_at = :linkedAt, linked_by = :linkedBy,
              order_court = :court, order_reference = :orderReference, order_section = :section,
              order_issued_on = :orderIssued, order_recipients = :orderRecipients, order_categories = :orderCategories,
              subpoena_reference = :subpoenaReference, subpoena_issued_on = :subpoenaIssued,
              answered_at = :answeredAt, answered_by = :answeredBy, answer = :answer, version = :version
            where agency = :agency and id = :id and version = :version - 1
            """)
        .param("status", Codes.of(request.status()))
        .param("client", link == null ? null : link.client().value())
        .param("linkedAt", link == null ? null : utc(link.at()))
        .param("linkedBy", link == null ? null : link.by().value())
        .param("court", order == null ? null : order.court())
        .param("orderReference", order == null ? null : order.reference())
        .param("section", order == null ? null : order.section())
        .param("orderIssued", order == null ? null : order.issuedOn())
        .param(
            "orderRecipients",
            order == null
                ? new String[0]
                : order.recipients().stream().map(PartyId::value).toArray(String[]::new))
        .param(
            "orderCategories",
            order == null ? new String[0] : order.categories().toArray(String[]::new))
        .param("subpoenaReference", subpoena == null ? null : subpoena.reference())
        .param("subpoenaIssued", subpoena == null ? null : subpoena.issuedOn())
        .param("answeredAt", answered == null ? null : utc(answered.at()))
        .param("answeredBy", answered == null ? null : answered.by().value())
        .param("answer", answered == null ? null : Codes.of(answered.answer()))
        .param("version", request.version())
        .param("agency", agency.value())
        .param("id", request.id())
        .update();
  }

  /** Whose own access a request is of; of anything else, nobody's. */
  ClientId clientsOwn(AgencyId agency, UUID id) {
    return jdbc.sql(
            """
            select client_id from record_request
            where agency = :agency and id = :id and kind = 'own-access' and client_id is not null
            """)
        .param("agency", agency.value())
        .param("id", id)
        .query((row, _) -> new ClientId(row.getObject("client_id", UUID.class)))
        .optional()
        .orElseGet(ClientId::ofNobody);
  }

  public Optional<RecordRequest> find(AgencyId agency, UUID id) {
    return find(agency, id, "");
  }

  public Optional<RecordRequest> findForUpdate(AgencyId agency, UUID id) {
    return find(agency, id, " for update");
  }

  private Optional<RecordRequest> find(AgencyId agency, UUID id, String lock) {
    return jdbc.sql("select * from record_request where agency = :agency and id = :id" + lock)
        .param("agency", agency.value())
        .param("id", id)
        .query(RecordRequests::read)
        .optional();
  }

  /** Whether something of a record went to whom the order on it names. */
  boolean isCarriedOut(AgencyId agency, UUID id) {
    return jdbc.sql(
            """
            select exists (select from disclosure
              where agency = :agency and matter = 'court-order' and matter_id = :id)
            """)
        .param("agency", agency.value())
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** Oldest first; only those that wait, if so wanted. */
  List<RecordRequest> page(AgencyId agency, boolean waiting, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select * from record_request
            where agency = :agency and (not :waiting or status <> 'answered')
              and (:after::uuid is null or (recorded_at, id) > (
                select p.recorded_at, p.id from record_request p where p.agency = :agency and p.id = :after))
            order by recorded_at, id limit :limit
            """)
        .param("agency", agency.value())
        .param("waiting", waiting)
        .param("after", after)
        .param("limit", limit)
        .query(RecordRequests::read)
        .list();
  }

  private static RecordRequest read(ResultSet row, int number) throws SQLException {
    var process = row.getString("process");
    return new RecordRequest(
        row.getObject("id", UUID.class),
        new RecordRequest.Received(
            Codes.to(RecordRequest.Kind.class, row.getString("kind")),
            process == null ? null : Codes.to(RecordRequest.LegalProcess.class, process),
            row.getString("requester"),
            row.getString("organization"),
            row.getString("words"),
            instant(row, "received_at"),
            instant(row, "recorded_at"),
            new SubjectId(row.getString("recorded_by"))),
        optionalInstant(row, "due_at"),
        Codes.to(RecordRequest.Status.class, row.getString("status")),
        link(row),
        order(row),
        subpoena(row),
        answered(row),
        row.getLong("version"));
  }

  private static RecordRequest.@Nullable Linked link(ResultSet row) throws SQLException {
    var client = row.getObject("client_id", UUID.class);
    return client == null
        ? null
        : new RecordRequest.Linked(
            new ClientId(client),
            instant(row, "linked_at"),
            new SubjectId(row.getString("linked_by")));
  }

  /** Whether a client's request for their own record waits for its answer. */
  public boolean awaitsOwnAccess(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select exists (select from record_request
              where agency = :agency and client_id = :client and kind = 'own-access' and status = 'open')
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query(Boolean.class)
        .single();
  }

  private static RecordRequest.@Nullable CourtOrder order(ResultSet row) throws SQLException {
    var reference = row.getString("order_reference");
    return reference == null
        ? null
        : new RecordRequest.CourtOrder(
            row.getString("order_court"),
            reference,
            row.getString("order_section"),
            row.getObject("order_issued_on", LocalDate.class),
            texts(row, "order_recipients").stream().map(PartyId::new).toList(),
            texts(row, "order_categories"));
  }

  private static RecordRequest.@Nullable Subpoena subpoena(ResultSet row) throws SQLException {
    var reference = row.getString("subpoena_reference");
    return reference == null
        ? null
        : new RecordRequest.Subpoena(
            reference, row.getObject("subpoena_issued_on", LocalDate.class));
  }

  private static RecordRequest.@Nullable Answered answered(ResultSet row) throws SQLException {
    var answer = row.getString("answer");
    return answer == null
        ? null
        : new RecordRequest.Answered(
            Codes.to(RecordRequest.Answer.class, answer),
            instant(row, "answered_at"),
            new SubjectId(row.getString("answered_by")));
  }
}
