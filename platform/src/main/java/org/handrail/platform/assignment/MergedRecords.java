package org.handrail.platform.assignment;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Client records of the acting agency for which another one of the same person stands, as
 * client-service's events told. Nothing new begins on them; what is under way goes on to its end.
 */
public final class MergedRecords {

  /** Of a record that stays as it is while another one stands for it. */
  public static final ProblemType CLIENT_MERGED =
      ProblemType.of("client-merged", 409, "Another record stands for this one");

  private final JdbcClient jdbc;
  private final Assignments assignments;

  MergedRecords(JdbcClient jdbc, Assignments assignments) {
    this.jdbc = jdbc;
    this.assignments = assignments;
  }

  /**
   * Before something new begins, in its transaction, and after it was asked whether the person may
   * see the client at all: a stranger is not told that there is such a record.
   *
   * @throws Refusal 409 {@code client-merged} while another record stands for this one
   */
  public void requireUnmerged(UUID clientId) {
    if (isMerged(clientId)) {
      throw Refusal.of(CLIENT_MERGED);
    }
  }

  /**
   * All records of the person whose record this is, itself first: the one that stands for it and
   * those that were merged into the same. Which stands for a merge that was told before events said
   * so is unknown: such a record is alone. Within a transaction.
   */
  public List<UUID> ofPerson(UUID clientId) {
    return Stream.concat(Stream.of(clientId), others(clientId)).toList();
  }

  /**
   * Of these the ones that somebody may see: the one that they were asked for already, and those
   * others at whose side they are. Who sees one of them alone is not told that there are others.
   */
  public List<UUID> ofPerson(Person person, UUID clientId) {
    return Stream.concat(
            Stream.of(clientId),
            others(clientId).filter(other -> assignments.relation(person, other).isPresent()))
        .toList();
  }

  private Stream<UUID> others(UUID clientId) {
    return jdbc
        .sql(
            """
            with person as (
              select coalesce((select surviving from merged_record where client_id = :client), :client) as id)
            select id from person where id <> :client
            union
            select m.client_id from merged_record m join person on m.surviving = person.id
            where m.client_id <> :client
            order by 1
            """)
        .param("client", clientId)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list()
        .stream();
  }

  private boolean isMerged(UUID clientId) {
    return jdbc.sql("select exists (select from merged_record where client_id = ?)")
        .param(clientId)
        .query(Boolean.class)
        .single();
  }

  /**
   * @param surviving the record that stands for it, where the event said so
   */
  void put(AgencyId agency, UUID clientId, @Nullable UUID surviving) {
    jdbc.sql(
            """
            insert into merged_record (agency, client_id, surviving) values (:agency, :client, :surviving)
            on conflict (agency, client_id) do update set surviving = excluded.surviving
            """)
        .param("agency", agency.value())
        .param("client", clientId)
        .param("surviving", surviving)
        .update();
  }

  void remove(UUID clientId) {
    jdbc.sql("delete from merged_record where client_id = ?").param(clientId).update();
  }
}
