package org.handrail.client.pairing;

import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How clients find walking with their specialists. The database shows a rating to the two of them,
 * and to others only where the client shares it.
 */
@Repository
class Ratings {
  private final JdbcClient jdbc;

  Ratings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How it is, from 0 to 10; what is not answered is nothing.
   *
   * @param heard that the client felt heard
   * @param myWay that they went the client's way
   */
  record Scales(
      @Nullable Integer heard,
      @Nullable Integer respected,
      @Nullable Integer myWay,
      @Nullable Integer goodTogether) {}

  /**
   * A rating by the client.
   *
   * @param learned what the client learned
   * @param shared whether a supervisor may see it
   * @param sharing how the client said so later, if they did
   */
  record Rating(
      UUID id,
      ClientId client,
      SubjectId specialist,
      Scales scales,
      @Nullable String words,
      @Nullable String learned,
      boolean shared,
      RecordedAct act,
      @Nullable RecordedAct sharing,
      @Nullable String specialistLearned) {

    /** When the client last said who may see it. */
    Instant sharingSaidAt() {
      return sharing == null ? act.at() : sharing.at();
    }
  }

  /** Whether somebody is, or by any record of the person was, at the client's side. */
  boolean haveWalkedTogether(AgencyId agency, ClientId client, SubjectId specialist) {
    return jdbc.sql(
            """
            select exists (select from assignment where agency = :agency and client_id = :client and subject = :specialist
                and relation in ('primary', 'backup'))
              or exists (select from look where agency = :agency and client_id in (select records_of_person(:agency, :client))
                and subject = :specialist and looked_as in ('primary', 'backup'))
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("specialist", specialist.value())
        .query(Boolean.class)
        .single();
  }

  /** The client's last word on whether a supervisor may see it. */
  void share(AgencyId agency, Rating rating, boolean shared, RecordedAct act) {
    jdbc.sql(
            """
            update relationship_rating set shared = :shared, sharing_kind = :actKind, sharing_at = :actAt,
              sharing_words = :actWords, sharing_recorded_by = :actRecordedBy, sharing_recorded_at = :actRecordedAt
            where agency = :agency and id = :id
            """)
        .params(ActColumns.parameters(act))
        .param("shared", shared)
        .param("agency", agency.value())
        .param("id", rating.id())
        .update();
  }

  void add(AgencyId agency, Rating rating) {
    jdbc.sql(
            """
            insert into relationship_rating (agency, id, client_id, specialist, heard, respected, my_way, good_together, words,
              learned, shared, act_kind, act_at, act_words, act_recorded_by, act_recorded_at)
            values (:agency, :id, :client, :specialist, :heard, :respected, :myWay, :together, :words, :learned, :shared, :actKind,
              :actAt, :actWords, :actRecordedBy, :actRecordedAt)
            """)
        .param("agency", agency.value())
        .param("id", rating.id())
        .param("client", rating.client().value())
        .param("specialist", rating.specialist().value())
        .param("heard", rating.scales().heard())
        .param("respected", rating.scales().respected())
        .param("myWay", rating.scales().myWay())
        .param("together", rating.scales().goodTogether())
        .param("words", rating.words())
        .param("learned", rating.learned())
        .param("shared", rating.shared())
        .params(ActColumns.parameters(rating.act()))
        .update();
  }

  /** Whether it was added: one for each rating. */
  boolean reply(AgencyId agency, Rating to, String learned, Instant at) {
    return jdbc.sql(
                """
                insert into relationship_reply (agency, rating_id, client_id, specialist, learned, replied_at)
                values (:agency, :rating, :client, :specialist, :learned, :at) on conflict do nothing
                """)
            .param("agency", agency.value())
            .param("rating", to.id())
            .param("client", to.client().value())
            .param("specialist", to.specialist().value())
            .param("learned", learned)
            .param("at", utc(at))
            .update()
        == 1;
  }

  /** What the acting person may see of them. */
  List<Rating> of(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select r.id, r.client_id, r.specialist, r.heard, r.respected, r.my_way, r.good_together, r.words, r.learned, r.shared,
              r.act_kind, r.act_at, r.act_words, r.act_recorded_by, r.act_recorded_at, r.sharing_kind, r.sharing_at,
              r.sharing_words, r.sharing_recorded_by, r.sharing_recorded_at, a.learned as specialist_learned
            from relationship_rating r left join relationship_reply a on a.agency = r.agency and a.rating_id = r.id
            where r.agency = :agency and r.client_id = :client order by r.act_recorded_at, r.id
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query(Ratings::read)
        .list();
  }

  private static Rating read(ResultSet row, int number) throws SQLException {
    return new Rating(
        row.getObject("id", UUID.class),
        new ClientId(row.getObject("client_id", UUID.class)),
        new SubjectId(row.getString("specialist")),
        new Scales(
            row.getObject("heard", Integer.class),
            row.getObject("respected", Integer.class),
            row.getObject("my_way", Integer.class),
            row.getObject("good_together", Integer.class)),
        row.getString("words"),
        row.getString("learned"),
        row.getBoolean("shared"),
        Objects.requireNonNull(ActColumns.read(row)),
        ActColumns.read(row, "sharing"),
        row.getString("specialist_learned"));
  }
}
