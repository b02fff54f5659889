package org.handrail.platform.deadline;

import static org.handrail.platform.sql.Columns.utc;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The times that are waited for. Set and dropped in the transaction of what they belong to, which
 * is locked first where {@link WhenDue#lock} locks it.
 */
public class Deadlines {
  private final JdbcClient jdbc;

  Deadlines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits for that time; a deadline of the same kind about the same thing gives way. */
  public void set(AgencyId agency, String kind, UUID about, Instant at) {
    jdbc.sql(
            """
            insert into deadline (agency, kind, about, due_at) values (:agency, :kind, :about, :at)
            on conflict (agency, kind, about) do update set due_at = excluded.due_at
            """)
        .param("agency", agency.value())
        .param("kind", kind)
        .param("about", about)
        .param("at", utc(at))
        .update();
  }

  /**
   * Waits no longer.
   *
   * @return whether it did
   */
  public boolean drop(AgencyId agency, String kind, UUID about) {
    return jdbc.sql(
                "delete from deadline where agency = :agency and kind = :kind and about = :about")
            .param("agency", agency.value())
            .param("kind", kind)
            .param("about", about)
            .update()
        == 1;
  }

  /** One that was reached. */
  record Due(AgencyId agency, String kind, UUID about) {}

  /** The oldest of all agencies. */
  List<Due> due(Instant now, int limit) {
    return jdbc.sql("select agency, kind, about from deadlines_due(:now, :limit)")
        .param("now", utc(now))
        .param("limit", limit)
        .query(
            (row, _) ->
                new Due(
                    new AgencyId(row.getString("agency")),
                    row.getString("kind"),
                    row.getObject("about", UUID.class)))
        .list();
  }

  /** Takes it, if it is still there and still due: of several instances one has it. */
  boolean take(Due due, Instant now) {
    return jdbc.sql(
                """
                delete from deadline where agency = :agency and kind = :kind and about = :about and due_at <= :now
                """)
            .param("agency", due.agency().value())
            .param("kind", due.kind())
            .param("about", due.about())
            .param("now", utc(now))
            .update()
        == 1;
  }
}
