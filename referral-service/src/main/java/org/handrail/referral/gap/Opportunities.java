package org.handrail.referral.gap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.handrail.platform.sql.Columns;
import org.handrail.referral.gap.Opportunity.OpportunityState;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Opportunities: what is published, and what is not for those of their agency who post and those of
 * the coalition who review.
 */
@Repository
class Opportunities {
  // Row security leaves those of one's own agency, and all to the coalition.
  private static final String TOLD = "(state = 'published' or :unpublished)\n";

  private final JdbcClient jdbc;
  private final ZoneId zone;
  private final Clock clock;

  /**
   * @param zone of the coalition, to which all of them are told
   */
  Opportunities(
      JdbcClient jdbc, @Value("${handrail.referral.clocks.zone}") ZoneId zone, Clock clock) {
    this.jdbc = jdbc;
    this.zone = zone;
    this.clock = clock;
  }

  void add(Person by, Opportunity posted) {
    jdbc.sql(
            """
            insert into opportunity (id, agency, kind, title, area, starts_on, ends_on, places, phone, email, url,
              posted_at, posted_by)
            values (:id, :agency, :kind, :title, :area, :starts, :ends, :places, :phone, :email, :url, :at, :by)
            """)
        .param("id", posted.id())
        .param("agency", by.agency().value())
        .param("kind", Codes.of(posted.kind()))
        .param("title", posted.title())
        .param("area", posted.area())
        .param("starts", posted.startsOn())
        .param("ends", posted.endsOn())
        .param("places", posted.places())
        .param("phone", posted.contact().phone())
        .param("email", posted.contact().email())
        .param("url", posted.contact().url())
        .param("at", Columns.utc(clock.instant()))
        .param("by", by.subject().value())
        .update();
  }

  void move(UUID id, OpportunityState to, @Nullable WhyDeclined reason) {
    jdbc.sql(
            "update opportunity set state = :state, reason = :reason, version = version + 1 where"
                + " id = :id")
        .param("id", id)
        .param("state", Codes.of(to))
        .param("reason", reason == null ? null : Codes.of(reason))
        .update();
  }

  Optional<Opportunity> find(Person person, UUID id) {
    return one(person, id, "");
  }

  /** Nobody else decides on it until the transaction ends. */
  Optional<Opportunity> lock(Person person, UUID id) {
    return one(person, id, "for update");
  }

  /** Who posted it, to be told what became of it: for nobody's eyes. */
  record Poster(AgencyId agency, SubjectId subject) {}

  Poster poster(UUID id) {
    return jdbc.sql("select agency, posted_by from opportunity where id = :id")
        .param("id", id)
        .query(
            (row, _) ->
                new Poster(
                    new AgencyId(row.getString("agency")),
                    new SubjectId(row.getString("posted_by"))))
        .single();
  }

  /** Whether that person posted it. */
  boolean isOf(Person person, UUID id) {
    return poster(id).equals(new Poster(person.agency(), person.subject()));
  }

  /** What is not over, by its first day; published where no other state is asked for. */
  List<Opportunity> page(
      Person person, OpportunityState state, @Nullable Opportunity after, int limit) {
    String from = after == null ? "" : "and (starts_on, id) > (:afterStart, :afterId)\n";
    return jdbc.sql(
            "select * from opportunity where state = :state and ends_on >= :today and "
                + TOLD
                + from
                + "order by starts_on, id limit :limit")
        .param("state", Codes.of(state))
        .param("unpublished", seesUnpublished(person))
        .param("today", today())
        .param("afterStart", after == null ? null : after.startsOn())
        .param("afterId", after == null ? null : after.id())
        .param("limit", limit)
        .query(Opportunities::opportunity)
        .list();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  private static boolean seesUnpublished(Person person) {
    return person.hasAny(Set.of(Role.AGENCY_ADMIN, Role.COALITION_ADMIN));
  }

  private Optional<Opportunity> one(Person person, UUID id, String how) {
    return jdbc.sql("select * from opportunity where id = :id and " + TOLD + how)
        .param("id", id)
        .param("unpublished", seesUnpublished(person))
        .query(Opportunities::opportunity)
        .optional();
  }

  private static Opportunity opportunity(ResultSet row, int number) throws SQLException {
    String reason = row.getString("reason");
    return new Opportunity(
        row.getObject("id", UUID.class),
        new AgencyId(row.getString("agency")),
        Codes.to(Opportunity.OpportunityKind.class, row.getString("kind")),
        row.getString("title"),
        row.getString("area"),
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        row.getInt("places"),
        new Contact(row.getString("phone"), row.getString("email"), row.getString("url")),
        Codes.to(OpportunityState.class, row.getString("state")),
        reason == null ? null : Codes.to(WhyDeclined.class, reason),
        row.getLong("version"));
  }
}
