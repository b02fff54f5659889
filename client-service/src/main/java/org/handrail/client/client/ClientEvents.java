package org.handrail.client.client;

import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.handrail.platform.outbox.AggregateEvent;
import org.handrail.platform.outbox.Outbox;
import org.handrail.platform.sql.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the other services of clients: ids and codes. */
@Component
class ClientEvents {
  static final String TOPIC = "handrail.client.v1";

  private final Outbox outbox;
  private final JdbcClient jdbc;

  ClientEvents(Outbox outbox, JdbcClient jdbc) {
    this.outbox = outbox;
    this.jdbc = jdbc;
  }

  record OfClient(UUID clientId) {}

  record OfAssignment(UUID clientId, String subject, String relation) {}

  record OfLeaving(UUID clientId, String subject) {}

  record OfMerge(UUID clientId, UUID mergedInto) {}

  void registered(AgencyId agency, Client client) {
    append("org.handrail.client.registered.v1", agency, client, new OfClient(client.id().value()));
  }

  void enrolled(AgencyId agency, Client client) {
    append("org.handrail.client.enrolled.v1", agency, client, new OfClient(client.id().value()));
  }

  void assigned(AgencyId agency, Client client, SubjectId subject, Relation relation) {
    append(
        "org.handrail.client.assigned.v1",
        agency,
        client,
        new OfAssignment(client.id().value(), subject.value(), Codes.of(relation)));
  }

  void unassigned(AgencyId agency, Client client, SubjectId subject) {
    append(
        "org.handrail.client.unassigned.v1",
        agency,
        client,
        new OfLeaving(client.id().value(), subject.value()));
  }

  /** Another record of the agency stands for this one from now on. */
  void merged(AgencyId agency, Client client, ClientId surviving) {
    append(
        "org.handrail.client.merged.v1",
        agency,
        client,
        new OfMerge(client.id().value(), surviving.value()));
  }

  /** The record stands for itself again. */
  void mergeUndone(AgencyId agency, Client client) {
    append(
        "org.handrail.client.merge-undone.v1", agency, client, new OfClient(client.id().value()));
  }

  private void append(String type, AgencyId agency, Client client, Object data) {
    outbox.append(new AggregateEvent(TOPIC, type, client.id(), client.version(), agency, data));
  }

  /** Says that the record wants its person's key, which never comes this way. */
  void link(AgencyId agency, ClientId client, Identity identity, Instant at) {
    jdbc.sql("select link_person(:agency, :client, :name, :born, :at)")
        .param("agency", agency.value())
        .param("client", client.value())
        .param("name", identity.legalName() == null ? "" : identity.legalName())
        .param("born", identity.dateOfBirth())
        .param("at", Columns.utc(at))
        .query((_, _) -> true)
        .single();
  }
}
