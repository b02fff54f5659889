package org.handrail.referral.directory.hsds;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.sql.Columns;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;

/** Rows of one kind that meet every condition that was given. */
final class Listing {
  private static final String AREAS =
      """
      select 1 from directory_owner w
        join directory_row a on a.source = w.source and a.kind = w.kind
          and a.external_id = w.external_id
        where w.source = r.source and w.kind = 'service_area'
          and (w.owner_kind = 'service_at_location' and w.owner_external_id = r.external_id
            or w.owner_kind = 'service' and w.owner_external_id = s.external_id)\
      """;
  private static final String IN_POSTCODE =
      """
      from directory_location p
        join directory_owner w on w.source = p.source and w.owner_kind = 'location'
          and w.owner_external_id = p.external_id and w.kind = 'address'
        join directory_address a on a.source = w.source and a.external_id = w.external_id
        where a.postal_code = :postcode\
      """;

  private final StringBuilder from;
  private final Map<String, Object> parameters = new HashMap<>();

  private Listing(Kind kind, String joins) {
    from =
        new StringBuilder(
            "from directory_row r\n" + joins + "where r.kind = '%s'\n".formatted(kind.code()));
  }

  static Listing of(Kind kind) {
    return new Listing(
        kind,
        switch (kind) {
          case SERVICE -> "join directory_service s on s.id = r.id\n";
          case SERVICE_AT_LOCATION ->
              """
              join directory_service_at_location l on l.id = r.id
              join directory_service s on s.id = l.service_id
              """;
          default -> "";
        });
  }

  String from() {
    return from.toString();
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  Listing words(@Nullable String search) {
    return and("s.words @@ websearch_to_tsquery('english', :search)", "search", search);
  }

  Listing nameContains(@Nullable String search) {
    return search == null
        ? this
        : and(
            "lower(r.body ->> 'name') like :search",
            "search",
            "%" + search.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%");
  }

  Listing withTerm(@Nullable UUID term) {
    return and(
        """
        exists (select 1 from directory_service_term st
          where st.service_id = s.id and st.term_id = :term)\
        """,
        "term",
        term);
  }

  Listing withTaxonomy(@Nullable UUID taxonomy) {
    return and(
        """
        exists (select 1 from directory_service_term st
          join directory_row t on t.kind = 'taxonomy_term' and t.id = st.term_id
          join directory_row x on x.source = t.source and x.kind = 'taxonomy'
            and x.external_id = t.body ->> 'taxonomy_id'
          where st.service_id = s.id and x.id = :taxonomy)\
        """,
        "taxonomy",
        taxonomy);
  }

  Listing ofOrganization(@Nullable UUID organization) {
    return and("s.organization_id = :organization", "organization", organization);
  }

  Listing modifiedAfter(@Nullable Instant instant) {
    return and(
        "r.modified_at >= :modified", "modified", instant == null ? null : Columns.utc(instant));
  }

  Listing inTaxonomy(@Nullable UUID taxonomy) {
    return and(
        """
        exists (select 1 from directory_row x where x.source = r.source and x.kind = 'taxonomy'
          and x.external_id = r.body ->> 'taxonomy_id' and x.id = :taxonomy)\
        """,
        "taxonomy",
        taxonomy);
  }

  Listing below(@Nullable UUID parent) {
    return and(
        """
        exists (select 1 from directory_row p where p.source = r.source
          and p.kind = 'taxonomy_term' and p.external_id = r.body ->> 'parent_id'
          and p.id = :parent)\
        """,
        "parent",
        parent);
  }

  Listing topOnly(boolean top) {
    if (top) {
      from.append("and r.body ->> 'parent_id' is null\n");
    }
    return this;
  }

  /** Of services an area of which names the postcode; one without areas has to be there itself. */
  Listing covering(String postcode) {
    // Nothing but letters, digits, spaces and hyphens: no pattern of its own.
    parameters.put("named", "\\m" + postcode + "\\M");
    return and(
        """
        case when exists (%1$s)
          then exists (%1$s and concat_ws(' ', a.body ->> 'name', a.body ->> 'description',
            case when coalesce(a.body ->> 'extent_type', 'text') = 'text'
              then a.body ->> 'extent' end) ~* :named)
          else l.location_id in (select p.id %2$s) end\
        """
            .formatted(AREAS, IN_POSTCODE),
        "postcode",
        postcode);
  }

  /** At places that are at most so many metres from the middle of those in the postcode. */
  Listing near(String postcode, int metres) {
    parameters.put("metres", metres);
    return and(
        """
        exists (select 1 from directory_location o,
            (select avg(p.latitude) as latitude, avg(p.longitude) as longitude %s) c
          where o.id = l.location_id and 2 * 6371000 * asin(sqrt(least(1,
            power(sin(radians(o.latitude - c.latitude) / 2), 2)
              + cos(radians(o.latitude)) * cos(radians(c.latitude))
                * power(sin(radians(o.longitude - c.longitude) / 2), 2)))) <= :metres)\
        """
            .formatted(IN_POSTCODE),
        "postcode",
        postcode);
  }

  private Listing and(String condition, String name, @Nullable Object value) {
    if (value != null) {
      from.append("and ").append(condition).append('\n');
      parameters.put(name, value);
    }
    return this;
  }
}
