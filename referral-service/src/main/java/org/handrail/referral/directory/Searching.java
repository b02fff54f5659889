package org.handrail.referral.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.referral.directory.Search.Hit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds services. Each query ends after a page: by distance along the places' index, by words along
 * theirs or, where they are in very many, along the names'.
 */
@Repository
class Searching {
  private final JdbcClient jdbc;
  private final Assurance assurance;

  Searching(JdbcClient jdbc, Assurance assurance) {
    this.jdbc = jdbc;
    this.assurance = assurance;
  }

  /** A query, for whoever wants to see how PostgreSQL goes about it. */
  record Query(String sql, Map<String, Object> parameters) {}

  List<Hit> find(Search search, @Nullable Hit after, int limit) {
    // A plan for any words would be one for none of them.
    jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
    if (search.near() != null) {
      return hits(nearest(search, search.near(), after, limit), 0);
    }
    if (search.words().isEmpty()) {
      return hits(byName(search, 0, after, limit), 0);
    }
    var found = new ArrayList<Hit>();
    for (int tier = after == null ? 0 : after.tier(); tier < 2 && found.size() < limit; tier++) {
      Hit from = after != null && after.tier() == tier ? after : null;
      found.addAll(hits(byName(search, tier, from, limit - found.size()), tier));
    }
    return found;
  }

  /** Services whose names are nearly what was asked for. */
  List<Hit> similar(Search search, int limit) {
    Map<String, Object> parameters = parameters(search);
    parameters.put("asked", String.join(" ", search.words()));
    return hits(
        new Query(
            """
            select f.service_id, f.name, 0.0::float8 as chord from directory_found f
            where f.place = 0 and f.hidden_on > :today and :asked <% f.spelling
            """
                + conditions(search)
                + "order by word_similarity(:asked, f.spelling) desc, f.name, f.service_id limit "
                + limit,
            parameters),
        1);
  }

  Query nearest(Search search, Spot near, @Nullable Hit after, int limit) {
    Map<String, Object> parameters = parameters(search);
    parameters.put("spot", near.onSphere());
    parameters.put("chord", Spot.chord(search.withinKm()));
    String sql =
        """
        select f.service_id, f.name, f.spot <-> cube(:spot::float8[]) as chord
        from directory_found f
        where f.spot <@ cube_enlarge(cube(:spot::float8[]), :chord, 3)
          and f.spot <-> cube(:spot::float8[]) <= :chord and f.hidden_on > :today
          and not exists (select 1 from directory_found n
            where n.service_id = f.service_id and n.place <> f.place
              and (n.spot <-> cube(:spot::float8[]), n.place)
                < (f.spot <-> cube(:spot::float8[]), f.place))
        """;
    if (!search.words().isEmpty()) {
      sql += "and f.words @@ to_tsquery('english', :words)\n";
    }
    if (after != null) {
      sql += "and (f.spot <-> cube(:spot::float8[]), f.service_id) > (:afterChord, :afterId)\n";
      parameters.put("afterChord", after.chord());
      parameters.put("afterId", after.id());
    }
    return new Query(
        sql
            + conditions(search)
            + "order by f.spot <-> cube(:spot::float8[]), f.service_id limit "
            + limit,
        parameters);
  }

  Query byName(Search search, int tier, @Nullable Hit after, int limit) {
    Map<String, Object> parameters = parameters(search);
    String sql =
        """
        select f.service_id, f.name, 0.0::float8 as chord from directory_found f
        where f.place = 0 and f.hidden_on > :today
        """;
    if (!search.words().isEmpty()) {
      sql +=
          tier == 0
              ? "and f.named @@ to_tsquery('english', :words)\n"
              : """
              and f.words @@ to_tsquery('english', :words)
              and not f.named @@ to_tsquery('english', :words)
              """;
    }
    if (after != null) {
      sql += "and (f.name, f.service_id) > (:afterName, :afterId)\n";
      parameters.put("afterName", after.name());
      parameters.put("afterId", after.id());
    }
    return new Query(
        sql + conditions(search) + "order by f.name, f.service_id limit " + limit, parameters);
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

  private List<Hit> hits(Query query, int tier) {
    return jdbc.sql(query.sql())
        .params(query.parameters())
        .query(
            (row, number) ->
                new Hit(
                    row.getObject("service_id", UUID.class),
                    row.getString("name"),
                    tier,
                    row.getDouble("chord")))
        .list();
  }
}
