package org.handrail.platform.assignment;

import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
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

  MergedRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
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

  private boolean isMerged(UUID clientId) {
    return jdbc.sql("select exists (select from merged_record where client_id = ?)")
        .param(clientId)
        .query(Boolean.class)
        .single();
  }

  void put(AgencyId agency, UUID clientId) {
    jdbc.sql("insert into merged_record (agency, client_id) values (?, ?) on conflict do nothing")
        .params(agency.value(), clientId)
        .update();
  }

  void remove(UUID clientId) {
    jdbc.sql("delete from merged_record where client_id = ?").param(clientId).update();
  }
}
