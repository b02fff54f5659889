package org.handrail.referral.directory.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.handrail.referral.directory.assurance.Assurance;
import org.handrail.referral.directory.search.Search.Hit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds services, each query within a page's work. Few that match are found by the index of words,
 * and those come first that are called so, by name. Very many are walked through along their ids,
 * which are random: nobody comes first for a name that begins with A. By distance the places' index
 * gives the nearest first.
 */
@Repository
class Searching {
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

  private final JdbcClient jdbc;
  private final Assurance assurance;

  Searching(JdbcClient jdbc, Assurance assurance) {
    this.jdbc = jdbc;
    this.assurance = assurance;
  }

  /** A query, for whoever wants to see how PostgreSQL goes about it. */
  record Query(String sql, Map<String, Object> parameters) {}

  List<Hit> find(Search search, @Nullable Hit after, int limit) {
    return planned(() -> sought(search, after, limit));
  }

  /**
   * A plan for any words would be one for none of them; so each is planned, and nothing else in the
   * transaction is. None takes as long as it takes to wake a second worker for it.
   */
  private List<Hit> planned(Supplier<List<Hit>> search) {
    jdbc.sql(
            """
            set local plan_cache_mode = force_custom_plan;
            set local max_parallel_workers_per_gather = 0
            """)
        .update();
    List<Hit> hits = search.get();
    jdbc.sql(
            """
            set local plan_cache_mode to default;
            set local max_parallel_workers_per_gather to default
            """)
        .update();
    return hits;
  }

  private List<Hit> sought(Search search, @Nullable Hit after, int limit) {
    if (search.near() != null) {
      return hits(nearest(search, search.near(), after, limit));
    }
    if (search.words().isEmpty() && search.facets().isEmpty()) {
      return hits(byName(search, after, limit));
    }
    if (areFew(search)) {
      return hits(ranked(search, after, limit));
    }
    var found = new ArrayList<Hit>();
    int tiers = search.words().isEmpty() ? 1 : 2;
    for (int tier = after == null ? 0 : after.tier();
        tier < tiers && found.size() < limit;
        tier++) {
      Hit from = after != null && after.tier() == tier ? after : null;
      found.addAll(ofTier(search, tier, from, limit - found.size()));
    }
    return found;
  }

  private List<Hit> ofTier(Search search, int tier, @Nullable Hit after, int limit) {
    List<Hit> near = hits(walked(search, tier, after, limit));
    return near.size() == limit ? near : hits(inOrder(search, tier, after, limit));
  }

  private boolean areFew(Search search) {
    // Of very many, what takes longest is to find out that they are: it is done last, and seldom.
    return jdbc.sql(
            """
            select case when
              (select reltuples from pg_class where oid = 'directory_found'::regclass) > %1$d
              and (select count(*) from (select * from directory_found f where f.place = 0
                order by f.service_id limit %2$d) f %3$s) >= %4$d
            then false
            else (select count(*) <= %5$d from (select 1 %6$s limit %5$d + 1) met) end
            """
                .formatted(LARGE, SAMPLE, where(search, words(search)), OFTEN, FEW, from(search)))
        .params(parameters(search))
        .query(Boolean.class)
        .single();
  }

  /** Services whose names are nearly what was asked for. */
  List<Hit> similar(Search search, int limit) {
    Map<String, Object> parameters = parameters(search);
    parameters.put("asked", String.join(" ", search.words()));
    var query =
        new Query(
            """
            select f.service_id, f.name, 1 as tier, 0.0::float8 as chord from directory_found f
            where f.place = 0 and f.hidden_on > :today and :asked <% f.spelling
            """
                + conditions(search)
                + "order by word_similarity(:asked, f.spelling) desc, f.name, f.service_id limit "
                + limit,
            parameters);
    return planned(() -> hits(query));
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
    parameters.put("today", assurance.today());
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
    if (!search.seeker().medications().isEmpty()) {
      sql.append("and (not f.facets @> '{moud:none}')\n");
    }
    return sql.toString();
  }

  private List<Hit> hits(Query query) {
    return jdbc.sql(query.sql())
        .params(query.parameters())
        .query(
            (row, number) ->
                new Hit(
                    row.getObject("service_id", UUID.class),
                    row.getString("name"),
                    row.getInt("tier"),
                    row.getDouble("chord")))
        .list();
  }
}
