package org.handrail.client.handout;

import java.util.Optional;
import org.handrail.client.paper.Hash;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.http.Codes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Each text that a client of the acting agency was given, once. Rows are only ever added. */
@Repository
class GivenTexts {
  private final JdbcClient jdbc;

  GivenTexts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What was given.
   *
   * @param text the whole of it, its paragraphs with an empty line between them
   */
  record Given(HandoutKind kind, String version, String language, String text) {}

  Hash keep(AgencyId agency, Handout handout) {
    var hash = handout.hash();
    jdbc.sql(
            """
            insert into handout_text (agency, hash, kind, version, language, text)
            values (:agency, :hash, :kind, :version, :language, :text) on conflict do nothing
            """)
        .param("agency", agency.value())
        .param("hash", hash.hex())
        .param("kind", Codes.of(handout.kind()))
        .param("version", handout.version())
        .param("language", handout.language())
        .param("text", handout.text())
        .update();
    return hash;
  }

  Optional<Given> find(AgencyId agency, Hash hash) {
    return jdbc.sql(
            "select kind, version, language, text from handout_text where agency = :agency and hash"
                + " = :hash")
        .param("agency", agency.value())
        .param("hash", hash.hex())
        .query(
            (row, _) ->
                new Given(
                    Codes.to(HandoutKind.class, row.getString("kind")),
                    row.getString("version"),
                    row.getString("language"),
                    row.getString("text")))
        .optional();
  }
}
