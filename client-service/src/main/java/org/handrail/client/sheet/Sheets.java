package org.handrail.client.sheet;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.paper.Hash;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActView;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sheets that the acting agency's clients acknowledged. Rows are only ever added. */
@Repository
class Sheets {
  private final JdbcClient jdbc;

  Sheets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID add(
      AgencyId agency,
      ClientId client,
      Sheet.Kind kind,
      String version,
      String language,
      @Nullable Hash text,
      RecordedAct act) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into sheet (agency, id, client_id, kind, version, language, text_hash, act_kind, act_at, act_words,
              act_recorded_by, act_recorded_at)
            values (:agency, :id, :client, :kind, :version, :language, :textHash, :actKind, :actAt, :actWords,
              :actRecordedBy, :actRecordedAt)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("id", id)
        .param("client", client.value())
        .param("kind", Codes.of(kind))
        .param("version", version)
        .param("language", language)
        .param("textHash", text == null ? null : text.hex())
        .update();
    return id;
  }

  /** Of each kind the one that the client acknowledged last, whenever it was typed. */
  List<Sheet> latest(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select distinct on (kind) * from sheet where agency = :agency and client_id = :client
            order by kind, act_at desc, act_recorded_at desc, id
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query(
            (row, _) ->
                new Sheet(
                    row.getObject("id", UUID.class),
                    Codes.to(Sheet.Kind.class, row.getString("kind")),
                    row.getString("version"),
                    row.getString("language"),
                    row.getString("text_hash"),
                    ActView.of(Objects.requireNonNull(ActColumns.read(row)))))
        .list();
  }
}
