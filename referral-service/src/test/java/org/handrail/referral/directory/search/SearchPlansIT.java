package org.handrail.referral.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.directory.Seeker;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How PostgreSQL finds what is searched for among many services. */
@ReferralServiceIT
class SearchPlansIT {
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Searching searching;

  SearchPlansIT(JdbcClient jdbc, Transactions transactions, Searching searching) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.searching = searching;
  }

  @Test
  void everySearchGoesByAnIndex() {
    var many = new ManyServices(jdbc, transactions);
    many.put(20_000);
    try {
      var rare = search("buprenorphine ward 13", null, "need:moud");
      var common = search("recovery", null, null);
      var called = search("food pantry", null, null);
      var near = search(null, new Spot(41.45, -82.71), "language:es");

      assertThat(plan(searching.queries().ranked(rare, null, 21)))
          .contains("directory_found_words");
      assertThat(plan(searching.queries().walked(common, 1, null, 21)))
          .contains("directory_found_by_id");
      assertThat(plan(searching.queries().walked(called, 0, null, 21)))
          .contains("directory_found_by_id");
      assertThat(plan(searching.queries().byName(search(null, null, null), null, 21)))
          .contains("directory_found_by_name");
      assertThat(plan(searching.queries().nearest(near, new Spot(41.45, -82.71), null, 21)))
          .containsAnyOf("directory_found_spot", "directory_found_words");
      assertThat(
              plan(
                  searching
                      .queries()
                      .nearest(
                          search(null, new Spot(41.45, -82.71), null),
                          new Spot(41.45, -82.71),
                          null,
                          21)))
          .contains("directory_found_spot");
      assertThat(throughAll(called)).doesNotHaveDuplicates().hasSize(matching("food & pantry"));
    } finally {
      many.remove();
    }
  }

  private List<UUID> throughAll(Search wanted) {
    var seen = new ArrayList<UUID>();
    Search.Hit last = null;
    List<Search.Hit> page;
    do {
      var after = last;
      page = transactions.reading(() -> searching.find(wanted, after, 300));
      page.forEach(hit -> seen.add(hit.id()));
      last = page.isEmpty() ? null : page.getLast();
    } while (page.size() == 300);
    return seen;
  }

  private int matching(String words) {
    return transactions.reading(
        () ->
            jdbc.sql(
                    """
                    select count(*) from directory_found
                    where place = 0 and hidden_on > current_date and words @@ to_tsquery('english', ?)
                    """)
                .param(words)
                .query(Integer.class)
                .single());
  }

  private static Search search(@Nullable String q, @Nullable Spot near, @Nullable String facet) {
    return new Search(
        q == null ? List.of() : List.of(q.split(" ", -1)),
        near,
        50,
        facet == null ? List.of() : List.of(facet),
        new Seeker(null, Set.of(), Set.of()));
  }

  private String plan(SearchQueries.Query query) {
    String plan =
        transactions.reading(
            () ->
                String.join(
                    "\n",
                    jdbc.sql("explain " + query.sql())
                        .params(query.parameters())
                        .query(String.class)
                        .list()));
    assertThat(plan).doesNotContain("Seq Scan on directory_found");
    return plan;
  }
}
