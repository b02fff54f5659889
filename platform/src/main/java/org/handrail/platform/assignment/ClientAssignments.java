package org.handrail.platform.assignment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What client-service's events told of assignments; seen only as their agency. */
final class ClientAssignments {

  private final JdbcClient jdbc;

  ClientAssignments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Relation> find(SubjectId subject, UUID clientId) {
    return jdbc.sql("select relation from client_assignment where client_id = ? and subject = ?")
        .params(clientId, subject.value())
        .query(String.class)
        .optional()
        .map(Relation::of);
  }

  /** What those are to the client who are not the client, in one order. */
  Map<SubjectId, Relation> atTheSideOf(UUID clientId) {
    var there = new LinkedHashMap<SubjectId, Relation>();
    jdbc.sql(
            """
            select subject, relation from client_assignment
            where client_id = ? and relation <> 'self' order by subject
            """)
        .param(clientId)
        .query(
            row -> {
              there.put(
                  new SubjectId(row.getString("subject")), Relation.of(row.getString("relation")));
            });
    return there;
  }

  /** The client's own sign-in. */
  Optional<SubjectId> theClient(UUID clientId) {
    return jdbc.sql(
            """
            select subject from client_assignment
            where client_id = ? and relation = 'self' order by subject limit 1
            """)
        .param(clientId)
        .query(String.class)
        .optional()
        .map(SubjectId::new);
  }

  /** Whether it was told that they left the client's side. */
  boolean hasLeft(UUID clientId, SubjectId subject) {
    return jdbc.sql("select exists (select from client_left where client_id = ? and subject = ?)")
        .params(clientId, subject.value())
        .query(Boolean.class)
        .single();
  }

  /** Whether anybody of the acting agency is assigned to the client. */
  boolean knows(UUID clientId) {
    return jdbc.sql("select exists (select from client_assignment where client_id = ?)")
        .params(clientId)
        .query(Boolean.class)
        .single();
  }

  void put(AgencyId agency, UUID clientId, SubjectId subject, Relation relation) {
    jdbc.sql(
            """
            insert into client_assignment (agency, client_id, subject, relation)
            values (:agency, :client, :subject, :relation)
            on conflict (agency, client_id, subject) do update set relation = excluded.relation
            """)
        .param("agency", agency.value())
        .param("client", clientId)
        .param("subject", subject.value())
        .param("relation", Codes.of(relation))
        .update();
    jdbc.sql("delete from client_left where client_id = ? and subject = ?")
        .params(clientId, subject.value())
        .update();
  }

  void remove(AgencyId agency, UUID clientId, SubjectId subject) {
    jdbc.sql("delete from client_assignment where client_id = ? and subject = ?")
        .params(clientId, subject.value())
        .update();
    jdbc.sql(
            """
            insert into client_left (agency, client_id, subject) values (:agency, :client, :subject)
            on conflict do nothing
            """)
        .param("agency", agency.value())
        .param("client", clientId)
        .param("subject", subject.value())
        .update();
  }
}
