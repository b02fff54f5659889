package org.handrail.client.pairing;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.texts;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActKind;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was looked for, for whom, by whom. Rows are only added: they are the audit of filters. */
@Repository
class Matchings {
  private static final String SELECT =
      """
      select id, client_id, languages, cultures, gender, lived_experience, searched_by, searched_at, act_kind, act_at, act_words,
        act_recorded_by, act_recorded_at
      from matching where agency = :agency
      """;

  private static final String NEWEST =
      """
      select * from seen
      where :after::uuid is null or (searched_at, id) < (select p.searched_at, p.id from seen p where p.id = :after)
      order by searched_at desc, id desc limit :limit
      """;

  private final JdbcClient jdbc;

  Matchings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Matching(
      UUID id,
      ClientId client,
      Wish wish,
      @Nullable RecordedAct act,
      SubjectId searchedBy,
      Instant searchedAt) {

    /** Whether the client looked themselves, of a search that only their act allows. */
    boolean isTheClients() {
      return act != null && act.kind() == ActKind.OWN_SIGN_IN;
    }
  }

  void add(AgencyId agency, Matching matching) {
    var wish = matching.wish();
    jdbc.sql(
            """
            insert into matching (agency, id, client_id, languages, cultures, gender, lived_experience, act_kind, act_at, act_words,
              act_recorded_by, act_recorded_at, searched_by, searched_at)
            values (:agency, :id, :client, :languages, :cultures, :gender, :lived, :actKind, :actAt, :actWords, :actRecordedBy,
              :actRecordedAt, :by, :at)
            """)
        .param("agency", agency.value())
        .param("id", matching.id())
        .param("client", matching.client().value())
        .param("languages", wish.languages().toArray(String[]::new))
        .param("cultures", wish.cultures().toArray(String[]::new))
        .param("gender", wish.gender())
        .param("lived", wish.livedExperience().toArray(String[]::new))
        .params(ActColumns.parameters(matching.act()))
        .param("by", matching.searchedBy().value())
        .param("at", utc(matching.searchedAt()))
        .update();
  }

  Optional<Matching> find(AgencyId agency, ClientId client, UUID id) {
    return jdbc.sql(SELECT + " and client_id = :client and id = :id")
        .param("agency", agency.value())
        .param("client", client.value())
        .param("id", id)
        .query(Matchings::read)
        .optional();
  }

  /**
   * The newest of a client, from behind that one on.
   *
   * @param by who looked; without, whoever did
   */
  List<Matching> page(
      AgencyId agency, ClientId client, @Nullable SubjectId by, @Nullable UUID after, int limit) {
    return jdbc.sql(
            "with seen as not materialized ("
                + SELECT
                + " and client_id = :client and searched_by = coalesce(:by, searched_by))\n"
                + NEWEST)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("by", by == null ? null : by.value())
        .param("after", after)
        .param("limit", limit)
        .query(Matchings::read)
        .list();
  }

  /** The newest of the agency that picked people by protected traits. */
  List<Matching> byProtectedTraits(AgencyId agency, @Nullable UUID after, int limit) {
    return jdbc.sql(
            "with seen as not materialized ("
                + SELECT
                + " and (gender is not null or cardinality(cultures) > 0))\n"
                + NEWEST)
        .param("agency", agency.value())
        .param("after", after)
        .param("limit", limit)
        .query(Matchings::read)
        .list();
  }

  private static Matching read(ResultSet row, int number) throws SQLException {
    return new Matching(
        row.getObject("id", UUID.class),
        new ClientId(row.getObject("client_id", UUID.class)),
        new Wish(
            texts(row, "languages"),
            texts(row, "cultures"),
            row.getString("gender"),
            texts(row, "lived_experience")),
        ActColumns.read(row),
        new SubjectId(row.getString("searched_by")),
        instant(row, "searched_at"));
  }
}
