package org.handrail.referral.directory.search;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handrail.referral.directory.search.Search.Hit;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL is asked for a search, in the ways in which {@link Searching} goes about it.
 *
 * @param today from which on what nobody confirmed is hidden
 */
record SearchQueries(LocalDate today) {
  /** So many are sorted in no time. */
  private static final int FEW = 500;

  /** In a directory of so many nobody counts what a sample along the ids, at random, tells. */
  private static final int LARGE = 20_000;

  private static final int SAMPLE = 200;

  /** Twice as many of the sample as if few matched. */
  private static final int OFTEN = 2 * SAMPLE * FEW / LARGE;

  /** So many are looked at in no time, and where very many match they hold a page. */
  private static final int A_WAY = 2000;

  private static final String WORDS = "and f.words @@ to_tsquery('english', :words)\n";
  // The words of the name are among the words: asked for both, PostgreSQL would expect next to
  // none.
  private static final String NAMED = "and f.named @@ to_tsquery('english', :words)\n";
  private static final String AFTER = "and f.service_id > :afterId\n";
  private static final String NOT_NAMED = "and not f.named @@ to_tsquery('english', :words)\n";

  /** A query, for whoever wants to see how PostgreSQL goes about it. */
  record Query(String sql, Map<String, Object> parameters) {}

  /** Whether few match. */
  Query areFew(Search search) {
    // Of very many, what takes longest is to find out that they are: it is done last, and seldom.
    return new Query(
        """
        select case when
          (select reltuples from pg_class where oid = 'directory_found'::regclass) > %1$d
          and (select count(*) from (select * from directory_found f where f.place = 0
            order by f.service_id limit %2$d) f %3$s) >= %4$d
        then false
        else (select count(*) <= %5$d from (select 1 %6$s limit %5$d + 1) met) end
        """
            .formatted(LARGE, SAMPLE, where(search, words(search)), OFTEN, FEW, from(search)),
        parameters(search));
  }

  /** Services whose names are nearly what was asked for. */
  Query similar(Search search, int limit) {
    Map<String, Object> parameters = parameters(search);
    parameters.put("asked", String.join(" ", search.words()));
    return new Query(
        """
        select f.service_id, f.name, 1 as tier, 0.0::float8 as chord from directory_found f
        where f.place = 0 and f.hidden_on > :today and :asked <% f.spelling
        """
            + conditions(search)
            + "order by word_similarity(:asked, f.spelling) desc, f.name, f.service_id limit "
            + limit,
        parameters);
  }

  Query nearest(Search search, Spot near, @Nullable Hit after, int limit) {
    Map<String, Object> parameters = parameters(search);
    parameters.put("spot", near.onSphere());
    parameters.put("chord", Spot.chord(search.withinKm()));
    var sql =
        new StringBuilder(
            """
            select * from (
            select f.service_id, f.name, 0 as tier, f.spot <-> cube(:spot::float8[]) as chord
            from directory_found f
            where f.hidden_on > :today and f.spot is not null
              and not exists (select 1 from directory_found n
                where n.service_id = f.service_id and n.place <> f.place
                  and (n.spot <-> cube(:spot::float8[]), n.place)
                    < (f.spot <-> cube(:spot::float8[]), f.place))
            """);
    if (!search.words().isEmpty()) {
      sql.append(WORDS);
    }
    if (after != null) {
      sql.append(
          "and (f.spot <-> cube(:spot::float8[]), f.service_id) > (:afterChord, :afterId)\n");
      parameters.put("afterChord", after.chord());
      parameters.put("afterId", after.id());
    }
    // How far is asked of the nearest only: of a distance PostgreSQL cannot tell how many it
    // leaves.
    sql.append(conditions(search))
        .append("order by f.spot <-> cube(:spot::float8[]), f.service_id limit ")
        .append(limit)
        .append(") nearest where chord <= :chord order by chord, service_id");
    return new Query(sql.toString(), parameters);
  }

  /** Everything, by name. */
  Query byName(Search search, @Nullable Hit after, int limit) {
    Map<String, Object> parameters = parameters(search);
    String sql = "select f.service_id, f.name, 0 as tier, 0.0::float8 as chord " + from(search);
    if (after != null) {
      sql += "and (f.name, f.service_id) > (:afterName, :afterId)\n";
      parameters.put("afterName", after.name());
      parameters.put("afterId", after.id());
    }
    return new Query(sql + "order by f.name, f.service_id limit " + limit, parameters);
  }

  /** Few: all of them are looked at, and the first of them given. */
  Query ranked(Search search, @Nullable Hit after, int limit) {
    Map<String, Object> parameters = parameters(search);
    String tier =
        search.words().isEmpty()
            ? "0"
            : "case when f.named @@ to_tsquery('english', :words) then 0 else 1 end";
    // The offset keeps PostgreSQL from walking along the names until it has met all of them.
    String sql =
        """
        select * from (select f.service_id, f.name, %s as tier, 0.0::float8 as chord %s offset 0) found
        """
            .formatted(tier, from(search));
    if (after != null) {
      sql += "where (tier, name, service_id) > (:afterTier, :afterName, :afterId)\n";
      parameters.put("afterTier", after.tier());
      parameters.put("afterName", after.name());
      parameters.put("afterId", after.id());
    }
    return new Query(sql + "order by tier, name, service_id limit " + limit, parameters);
  }

  /**
   * Of very many, those of one tier that are met on the first {@link #A_WAY}, in an order that
   * means nothing. How many match together PostgreSQL cannot tell, so it is not asked how far to
   * go.
   */
  Query walked(Search search, int tier, @Nullable Hit after, int limit) {
    return inIdOrder(
        search,
        tier,
        after,
        limit,
        "(select * from directory_found f where f.place = 0 %s order by f.service_id limit %d)"
            .formatted(after == null ? "" : AFTER, A_WAY));
  }

  /** All of one tier, in the same order. */
  Query inOrder(Search search, int tier, @Nullable Hit after, int limit) {
    return inIdOrder(search, tier, after, limit, "directory_found");
  }

  private Query inIdOrder(Search search, int tier, @Nullable Hit after, int limit, String rows) {
    Map<String, Object> parameters = parameters(search);
    String words = search.words().isEmpty() ? "" : tier == 0 ? NAMED : WORDS + NOT_NAMED;
    String sql =
        "select f.service_id, f.name, %d as tier, 0.0::float8 as chord from %s f %s"
            .formatted(tier, rows, where(search, words));
    if (after != null) {
      sql += AFTER;
      parameters.put("afterId", after.id());
    }
    return new Query(sql + "order by f.service_id limit " + limit, parameters);
  }

  private static String from(Search search) {
    return "from directory_found f " + where(search, words(search));
  }

  private static String words(Search search) {
    return search.words().isEmpty() ? "" : WORDS;
  }

  private static String where(Search search, String words) {
    return "where f.place = 0 and f.hidden_on > :today\n" + words + conditions(search);
  }

  private Map<String, Object> parameters(Search search) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("today", today);
    parameters.put("words", query(search.words()));
    parameters.put("facets", search.facets().toArray(String[]::new));
    Integer age = search.seeker().age();
    if (age != null) {
      parameters.put("age", age);
    }
    return parameters;
  }

  /** All words, the last of which may go on: of letters and digits only, so that it is a query. */
  private static String query(List<String> words) {
    return words.isEmpty() ? "" : "'" + String.join("' & '", words) + "':*";
  }

  private static String conditions(Search search) {
    var sql = new StringBuilder();
    if (!search.facets().isEmpty()) {
      sql.append("and f.facets @> :facets::text[]\n");
    }
    if (search.facets().stream().anyMatch(facet -> facet.startsWith("narr:"))) {
      // A level is what somebody certified: where that ran out, nobody says so any more.
      sql.append("and coalesce(f.certified_until, 'infinity') >= :today\n");
    }
    Integer age = search.seeker().age();
    if (age != null) {
      sql.append(
          "and coalesce(f.minimum_age, 0) <= :age and coalesce(f.maximum_age, 999) >= :age\n");
      String only = age < 18 ? "adults" : "youth";
      String other = age < 18 ? "youth" : "adults";
      sql.append(
          """
          and (f.minimum_age is not null or f.maximum_age is not null
            or not f.facets @> '{for:%s}' or f.facets @> '{for:%s}')
          """
              .formatted(only, other));
    }
    if (search.seeker().groups().contains("women")) {
      sql.append("and (not f.facets @> '{for:men}' or f.facets @> '{for:women}')\n");
    }
    if (search.seeker().groups().contains("men")) {
      sql.append("and (not f.facets @> '{for:women}' or f.facets @> '{for:men}')\n");
    }
    for (String medication : search.seeker().medications()) {
      sql.append(
          "and (not f.facets @> '{moud:none}' or f.facets @> '{moud:%s}')\n".formatted(medication));
    }
    return sql.toString();
  }
}
