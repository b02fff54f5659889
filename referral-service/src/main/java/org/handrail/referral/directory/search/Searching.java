package org.handrail.referral.directory.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.handrail.referral.directory.assurance.Assurance;
import org.handrail.referral.directory.search.Search.Hit;
import org.handrail.referral.directory.search.SearchQueries.Query;
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
  private final JdbcClient jdbc;
  private final Assurance assurance;

  Searching(JdbcClient jdbc, Assurance assurance) {
    this.jdbc = jdbc;
    this.assurance = assurance;
  }

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
      return hits(queries().nearest(search, search.near(), after, limit));
    }
    if (search.words().isEmpty() && search.facets().isEmpty()) {
      return hits(queries().byName(search, after, limit));
    }
    if (areFew(search)) {
      return hits(queries().ranked(search, after, limit));
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
    List<Hit> near = hits(queries().walked(search, tier, after, limit));
    return near.size() == limit ? near : hits(queries().inOrder(search, tier, after, limit));
  }

  private boolean areFew(Search search) {
    Query query = queries().areFew(search);
    return jdbc.sql(query.sql()).params(query.parameters()).query(Boolean.class).single();
  }

  /** Services whose names are nearly what was asked for. */
  List<Hit> similar(Search search, int limit) {
    return planned(() -> hits(queries().similar(search, limit)));
  }

  SearchQueries queries() {
    return new SearchQueries(assurance.today());
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
