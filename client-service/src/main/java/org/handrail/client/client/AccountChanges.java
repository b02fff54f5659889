package org.handrail.client.client;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.texts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActView;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the accounts of the acting agency's clients changed. Rows are only ever added. */
@Repository
class AccountChanges {
  private final JdbcClient jdbc;

  AccountChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID add(AgencyId agency, ClientId client, List<String> fields, RecordedAct act) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into account_change (agency, id, client_id, fields, act_kind, act_at, act_words, act_recorded_by,
              act_recorded_at)
            values (:agency, :id, :client, :fields, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("id", id)
        .param("client", client.value())
        .param("fields", fields.toArray(String[]::new))
        .update();
    return id;
  }

  /** When something of these was said last, if it was since the registration. */
  Optional<Instant> lastSaid(AgencyId agency, ClientId client, List<String> fields) {
    return jdbc.sql(
            """
            select act_at from account_change
            where agency = :agency and client_id = :client and fields && :fields::text[] order by act_at desc limit 1
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("fields", fields.toArray(String[]::new))
        .query((row, _) -> instant(row, "act_at"))
        .optional();
  }

  /** The same on any record of the person whose record this is. */
  Optional<Instant> lastSaidOnAny(AgencyId agency, ClientId client, List<String> fields) {
    return jdbc.sql(
            """
            select act_at from account_change
            where agency = :agency and client_id in (select records_of_person(:agency, :client))
              and fields && :fields::text[]
            order by act_at desc limit 1
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("fields", fields.toArray(String[]::new))
        .query((row, _) -> instant(row, "act_at"))
        .optional();
  }

  /** A page, the latest first. */
  List<AccountChange> page(AgencyId agency, ClientId client, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select * from account_change
            where agency = :agency and client_id = :client
              and (:after::uuid is null or (act_recorded_at, id) < (
                select p.act_recorded_at, p.id from account_change p
                where p.agency = :agency and p.client_id = :client and p.id = :after))
            order by act_recorded_at desc, id desc limit :limit
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, _) ->
                new AccountChange(
                    row.getObject("id", UUID.class),
                    texts(row, "fields"),
                    ActView.of(Objects.requireNonNull(ActColumns.read(row)))))
        .list();
  }
}
