package org.handrail.referral.choice;

import java.util.List;
import java.util.UUID;
import org.handrail.platform.assignment.MergedRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people need, on whichever of their merged records it stands. */
@Repository
public class PersonsNeeds {
  private final JdbcClient jdbc;
  private final MergedRecords merged;

  PersonsNeeds(JdbcClient jdbc, MergedRecords merged) {
    this.jdbc = jdbc;
    this.merged = merged;
  }

  /**
   * A need of one person that is held: until the transaction ends nobody else sends anything for
   * it, asks places about it or writes down what the person chose.
   *
   * @param records all of the person
   */
  public record Held(List<UUID> records, String need) {

    /** As an array of the database. */
    public UUID[] ids() {
      return records.toArray(UUID[]::new);
    }
  }

  /** In the open transaction, which has locked the referral and the option set before. */
  public Held hold(UUID clientId, String need) {
    var held = new Held(merged.ofPerson(clientId), need);
    // Each record, in one order: a merge that is heard in between leaves one that both hold.
    jdbc.sql(
            """
            select pg_advisory_xact_lock(key) from (
              select distinct hashtextextended(jsonb_build_array(
                'need', current_setting('handrail.agency'), record, :need::text)::text, 0) as key
              from unnest(:records) as record order by key) as keys
            """)
        .param("need", need)
        .param("records", held.ids())
        .query((row, number) -> true)
        .list();
    return held;
  }
}
