package org.handrail.referral.directory.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.directory.Eligibility;
import org.handrail.referral.directory.JdbcDirectory;
import org.handrail.referral.directory.ServiceView;
import org.handrail.referral.directory.Vocabulary;
import org.handrail.referral.directory.search.Search.Hit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds services for whoever looks, and keeps nothing of who looked for what. */
@Component
class FindingServices {
  private final Searching searching;
  private final JdbcDirectory directory;
  private final Vocabulary vocabulary;
  private final Transactions transactions;

  FindingServices(
      Searching searching,
      JdbcDirectory directory,
      Vocabulary vocabulary,
      Transactions transactions) {
    this.searching = searching;
    this.directory = directory;
    this.vocabulary = vocabulary;
    this.transactions = transactions;
  }

  /**
   * A page.
   *
   * @param next absent on the last one
   * @param similar whether nothing was found, and these are only spelt nearly so
   */
  record Page(List<ServiceFound> items, @Nullable String next, boolean similar) {}

  Page find(Search search, @Nullable Hit after, int limit) {
    return transactions.reading(
        () -> {
          search.need().ifPresent(need -> vocabulary.requireCode("need", need));
          List<Hit> hits = searching.find(search, after, limit + 1);
          if (hits.isEmpty() && after == null && !search.words().isEmpty()) {
            List<Hit> similar = search.near() == null ? searching.similar(search, limit) : hits;
            return new Page(shown(search, similar), null, !similar.isEmpty());
          }
          List<Hit> page = hits.size() > limit ? hits.subList(0, limit) : hits;
          return new Page(
              shown(search, page),
              hits.size() > limit ? SearchCursor.of(page.getLast()) : null,
              false);
        });
  }

  private List<ServiceFound> shown(Search search, List<Hit> hits) {
    List<UUID> ids = hits.stream().map(Hit::id).toList();
    Map<UUID, ServiceView> views = new HashMap<>();
    directory.show(ids).forEach(view -> views.put(view.id(), view));
    Map<UUID, Eligibility> eligible = search.seeker().saysNothing() ? Map.of() : match(search, ids);
    return hits.stream()
        .map(
            hit ->
                new ServiceFound(
                    Objects.requireNonNull(views.get(hit.id())),
                    search.near() == null
                        ? null
                        : Math.round(Spot.kilometres(hit.chord()) * 10) / 10.0,
                    eligible.get(hit.id())))
        .toList();
  }

  private Map<UUID, Eligibility> match(Search search, List<UUID> ids) {
    Map<UUID, Eligibility> matches = new HashMap<>();
    directory
        .taking(ids)
        .forEach((id, takes) -> matches.put(id, Eligibility.of(search.seeker(), takes)));
    return matches;
  }
}
