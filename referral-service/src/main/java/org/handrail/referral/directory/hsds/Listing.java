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
    return given(search) == null
        ? this
        : and("s.words @@ websearch_to_tsquery('english', :search)", "search", search);
  }

  Listing nameContains(@Nullable String search) {
    String text = given(search);
    return text == null
        ? this
        : and(
            "lower(r.body ->> 'name') like :search",
            "search",
            "%" + text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%");
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

  Listing inPostcode(@Nullable String postcode) {
    return and(
        """
        exists (select 1 from directory_location p
          join directory_owner w on w.source = p.source and w.owner_kind = 'location'
            and w.owner_external_id = p.external_id and w.kind = 'address'
          join directory_address a on a.source = w.source and a.external_id = w.external_id
          where p.id = l.location_id and a.postal_code = :postcode)\
        """,
        "postcode",
        given(postcode));
  }

  private Listing and(String condition, String name, @Nullable Object value) {
    if (value != null) {
      from.append("and ").append(condition).append('\n');
      parameters.put(name, value);
    }
    return this;
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
