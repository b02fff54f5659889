package org.handrail.referral.opening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.handrail.platform.http.PagePlace;
import org.handrail.platform.sql.Columns;
import org.handrail.referral.choice.PersonsNeeds;
import org.handrail.referral.referral.AskedPlaces;
import org.handrail.referral.referral.Category;
import org.handrail.referral.referral.Purpose;
import org.handrail.referral.referral.Referring;
import org.handrail.referral.referral.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Openings of the current agency, on the side that asks. */
@Repository
class Openings implements AskedPlaces {
  private static final String SELECT =
      """
      select o.*, e.opening_id is not null as ended
      from opening o left join opening_end e on e.opening_id = o.id
      """;

  private final JdbcClient jdbc;
  private final Offers offers;

  Openings(JdbcClient jdbc, Offers offers) {
    this.jdbc = jdbc;
    this.offers = offers;
  }

  void add(AgencyId agency, Opening opening) {
    Referring.Need need = opening.need();
    jdbc.sql(
            """
            insert into opening (id, agency, client_id, option_set_id, need, area, purpose, urgency,
              required, optional, reason, opened_by, opened_at, ends_at)
            values (:id, :agency, :client, :options, :need, :area, :purpose, :urgency, :required,
              :optional, :reason, :by, :at, :ends)
            """)
        .param("id", opening.id())
        .param("agency", agency.value())
        .param("client", need.clientId())
        .param("options", need.optionSetId())
        .param("need", need.need())
        .param("area", opening.area())
        .param("purpose", need.purpose().name())
        .param("urgency", need.urgency().name())
        .param("required", codes(need.required()))
        .param("optional", codes(need.optional()))
        .param("reason", need.reason())
        .param("by", opening.openedBy().value())
        .param("at", Columns.utc(opening.openedAt()))
        .param("ends", Columns.utc(opening.endsAt()))
        .update();
    opening.offers().forEach(offer -> offers.add(agency, offer));
  }

  Optional<Opening> find(UUID id) {
    return jdbc.sql(SELECT + "where o.id = :id")
        .param("id", id)
        .query((row, number) -> opening(row))
        .optional();
  }

  /**
   * Nobody else settles it or takes anything of it back until the transaction ends: it is locked
   * before its offers and its end are. A claim needs its offer alone.
   */
  void hold(UUID id) {
    jdbc.sql("select 1 from opening where id = :id for no key update")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  /** Those of these records, the newest first. */
  List<Opening> page(List<UUID> records, @Nullable PagePlace after, int limit) {
    Map<String, Object> params = new HashMap<>();
    params.put("records", records.toArray(UUID[]::new));
    params.put("limit", limit);
    return jdbc.sql(
            SELECT
                + "where o.agency = current_setting('handrail.agency') and o.client_id ="
                + " any(:records)\n"
                + PagePlace.following(after, "o.opened_at", "o.id", params)
                + "order by o.opened_at desc, o.id desc limit :limit")
        .params(params)
        .query((row, number) -> opening(row))
        .list();
  }

  /** Those of these records that nobody has claimed yet, in one order. */
  List<UUID> open(List<UUID> records) {
    return jdbc.sql(
            """
            select o.id from opening o
            where o.agency = current_setting('handrail.agency') and o.client_id = any(:records)
              and not exists (select from opening_end e where e.opening_id = o.id)
            order by o.id
            """)
        .param("records", records.toArray(UUID[]::new))
        .query((row, number) -> row.getObject("id", UUID.class))
        .list();
  }

  @Override
  public Optional<UUID> mayBeClaimed(PersonsNeeds.Held need) {
    return jdbc.sql(
            """
            select o.id from opening o left join opening_end e on e.opening_id = o.id
            where o.agency = current_setting('handrail.agency') and o.client_id = any(:records)
              and o.need = :need
              and (e.opening_id is null or (e.offer_id is not null and e.settled_at is null))
            order by o.opened_at desc, o.id desc limit 1
            """)
        .param("records", need.ids())
        .param("need", need.need())
        .query(UUID.class)
        .optional();
  }

  /**
   * Those that stand and whose places the door was not asked about since they were opened, each in
   * its turn: those that follow that one, then the others.
   */
  List<UUID> unjudged(AgencyId agency, UUID after) {
    return jdbc.sql(
            """
            select o.id from opening o
            where o.agency = :agency and not o.judged
              and not exists (select from opening_end e where e.opening_id = o.id)
            order by o.id <= :after, o.id limit 100
            """)
        .param("agency", agency.value())
        .param("after", after)
        .query((row, number) -> row.getObject("id", UUID.class))
        .list();
  }

  /** The door was asked about each of its places since it was opened, or need not be any more. */
  void judged(UUID id) {
    jdbc.sql("update opening set judged = true where id = :id").param("id", id).update();
  }

  void referred(UUID id, UUID referralId) {
    jdbc.sql("update opening set referral_id = :referral where id = :id")
        .param("id", id)
        .param("referral", referralId)
        .update();
  }

  private Opening opening(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Opening(
        id,
        new Referring.Need(
            row.getObject("client_id", UUID.class),
            row.getObject("option_set_id", UUID.class),
            row.getString("need"),
            Purpose.valueOf(row.getString("purpose")),
            Urgency.valueOf(row.getString("urgency")),
            categories(row, "required"),
            categories(row, "optional"),
            row.getString("reason")),
        row.getString("area"),
        new SubjectId(row.getString("opened_by")),
        Columns.instant(row, "opened_at"),
        Columns.instant(row, "ends_at"),
        row.getBoolean("ended"),
        row.getObject("referral_id", UUID.class),
        offers.of(id));
  }

  private static String[] codes(List<Category> categories) {
    return categories.stream().map(Codes::of).toArray(String[]::new);
  }

  private static List<Category> categories(ResultSet row, String column) throws SQLException {
    return Columns.texts(row, column).stream()
        .map(code -> Category.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')))
        .toList();
  }
}
