package org.handrail.referral.opening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.http.PagePlace;
import org.handrail.platform.sql.Columns;
import org.handrail.referral.referral.Referring;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What places are asked, as the current agency may see it from either side. */
@Repository
class Offers {
  private final JdbcClient jdbc;

  Offers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who asks, and by which opening. */
  record Asker(AgencyId agency, UUID openingId) {}

  void add(AgencyId requester, Opening.Offer offer) {
    jdbc.sql(
            """
            insert into opening_offer (id, opening_id, agency, requester_agency, service_id,
              service_name, organization_name, need, area, urgency, offered_at)
            values (:id, :opening, :agency, :requester, :service, :serviceName, :organization, :need,
              :area, :urgency, :at)
            """)
        .param("id", offer.id())
        .param("opening", offer.openingId())
        .param("agency", offer.place().agency().value())
        .param("requester", requester.value())
        .param("service", offer.place().serviceId())
        .param("serviceName", offer.place().service())
        .param("organization", offer.place().organization())
        .param("need", offer.need())
        .param("area", offer.area())
        .param("urgency", offer.urgency())
        .param("at", Columns.utc(offer.offeredAt()))
        .update();
  }

  /** All of an opening, in the client's order of choice. */
  List<Opening.Offer> of(UUID openingId) {
    return jdbc.sql("select * from opening_offer where opening_id = :id order by ordinal")
        .param("id", openingId)
        .query((row, number) -> offer(row))
        .list();
  }

  /** Those that the agency is asked and nobody has claimed; the newest first. */
  List<Opening.Offer> waiting(AgencyId agency, @Nullable PagePlace after, int limit) {
    Map<String, Object> params = new HashMap<>();
    params.put("agency", agency.value());
    params.put("limit", limit);
    return jdbc.sql(
            """
            select * from opening_offer
                where agency = :agency and gone_at is null and claimed_at is null
            """
                + PagePlace.following(after, "offered_at", "id", params)
                + "order by offered_at desc, id desc limit :limit")
        .params(params)
        .query((row, number) -> offer(row))
        .list();
  }

  /** One that this agency is asked; nobody else changes it until the transaction ends. */
  Optional<Opening.Offer> lock(UUID id, AgencyId agency) {
    return jdbc.sql("select * from opening_offer where id = :id and agency = :agency for update")
        .param("id", id)
        .param("agency", agency.value())
        .query((row, number) -> offer(row))
        .optional();
  }

  Optional<Opening.Offer> find(UUID id, AgencyId agency) {
    return jdbc.sql("select * from opening_offer where id = :id and agency = :agency")
        .param("id", id)
        .param("agency", agency.value())
        .query((row, number) -> offer(row))
        .optional();
  }

  /** Whose opening it is, as long as this agency can still have it. */
  Optional<Asker> asker(UUID id, AgencyId agency) {
    return jdbc.sql(
            """
            select requester_agency, opening_id from opening_offer
            where id = :id and agency = :agency and claimed_at is null and gone_at is null
            """)
        .param("id", id)
        .param("agency", agency.value())
        .query(
            (row, number) ->
                new Asker(
                    new AgencyId(row.getString("requester_agency")),
                    row.getObject("opening_id", UUID.class)))
        .optional();
  }

  void claimed(UUID id, Instant at) {
    jdbc.sql("update opening_offer set claimed_at = :at where id = :id")
        .param("id", id)
        .param("at", Columns.utc(at))
        .update();
  }

  /** Nobody who did not claim it can have it any more. */
  void gone(UUID openingId, Instant at) {
    jdbc.sql(
            """
            update opening_offer set gone_at = :at
            where opening_id = :id and claimed_at is null and gone_at is null
            """)
        .param("id", openingId)
        .param("at", Columns.utc(at))
        .update();
  }

  /** This place can have it no more. */
  void gone(Opening.Offer offer, Instant at) {
    jdbc.sql(
            """
            update opening_offer set gone_at = :at
            where id = :id and claimed_at is null and gone_at is null
            """)
        .param("at", Columns.utc(at))
        .param("id", offer.id())
        .update();
  }

  private static Opening.Offer offer(ResultSet row) throws SQLException {
    return new Opening.Offer(
        row.getObject("id", UUID.class),
        row.getObject("opening_id", UUID.class),
        new Referring.Place(
            row.getObject("service_id", UUID.class),
            row.getString("service_name"),
            row.getString("organization_name"),
            new AgencyId(row.getString("agency"))),
        row.getString("need"),
        row.getString("area"),
        row.getString("urgency"),
        Columns.instant(row, "offered_at"),
        Columns.optionalInstant(row, "claimed_at"),
        Columns.optionalInstant(row, "gone_at"));
  }
}
