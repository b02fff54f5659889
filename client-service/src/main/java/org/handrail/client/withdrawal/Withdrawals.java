package org.handrail.client.withdrawal;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was withdrawn of the acting agency's records. Rows are only ever added. */
@Repository
class Withdrawals {
  private final JdbcClient jdbc;

  Withdrawals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether it was added: nothing is withdrawn twice. */
  boolean add(AgencyId agency, ClientId client, Withdrawal withdrawal) {
    return jdbc.sql(
                """
                insert into withdrawal (agency, id, client_id, kind, reason, withdrawn_by, withdrawn_at)
                values (:agency, :id, :client, :kind, :reason, :by, :at) on conflict do nothing
                """)
            .param("agency", agency.value())
            .param("id", withdrawal.id())
            .param("client", client.value())
            .param("kind", Codes.of(withdrawal.kind()))
            .param("reason", Codes.of(withdrawal.reason()))
            .param("by", withdrawal.by())
            .param("at", utc(withdrawal.at()))
            .update()
        == 1;
  }

  /** A page of a client's, the latest first: those before that one. */
  List<Withdrawal> page(AgencyId agency, ClientId client, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select id, kind, reason, withdrawn_by, withdrawn_at from withdrawal w
            where w.agency = :agency and w.client_id = :client
              and (:after::uuid is null or (w.withdrawn_at, w.id) < (select p.withdrawn_at, p.id from withdrawal p
                where p.agency = :agency and p.client_id = :client and p.id = :after))
            order by w.withdrawn_at desc, w.id desc limit :limit
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("after", after)
        .param("limit", limit)
        .query(Withdrawals::read)
        .list();
  }

  private static Withdrawal read(ResultSet row, int number) throws SQLException {
    return new Withdrawal(
        row.getObject("id", UUID.class),
        Codes.to(Withdrawal.Kind.class, row.getString("kind")),
        Codes.to(Withdrawal.Reason.class, row.getString("reason")),
        row.getString("withdrawn_by"),
        instant(row, "withdrawn_at"));
  }
}
