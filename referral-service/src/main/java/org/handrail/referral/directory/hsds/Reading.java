package org.handrail.referral.directory.hsds;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers what anybody asks of the directory, within bounds. */
@Component
class Reading {
  static final int MOST_PER_PAGE = 100;
  static final int MOST_MINIMAL = 1000;

  // Whoever wants more than that wants the whole, and gets it by modified_after or organization_id.
  private static final int FURTHEST = 100_000;

  private final StoredRows store;
  private final Transactions transactions;

  Reading(StoredRows store, Transactions transactions) {
    this.store = store;
    this.transactions = transactions;
  }

  /** Which page, of how many; both from 1. */
  record Paging(int page, int perPage, @Nullable String format) {}

  JsonNode one(Kind kind, UUID id, Depth depth) {
    return transactions.reading(
        () -> {
          StoredRow row = store.find(kind, id).orElseThrow(NotFound::new);
          return new Rendering(Nesting.of(store, List.of(row), depth)).render(row);
        });
  }

  HsdsPage page(Listing listing, Paging paging, Depth depth) {
    return page(
        listing,
        paging,
        MOST_PER_PAGE,
        rows -> {
          var rendering = new Rendering(Nesting.of(store, rows, depth));
          return rows.stream().<JsonNode>map(rendering::render).toList();
        });
  }

  /** Only that they are there and when they changed. */
  HsdsPage minimal(Listing listing, Paging paging) {
    return page(
        listing,
        paging,
        MOST_MINIMAL,
        rows -> rows.stream().<JsonNode>map(Reading::minimal).toList());
  }

  private static JsonNode minimal(StoredRow row) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("id", row.id().toString())
        .put("modified_date", row.modified().toString());
  }

  private HsdsPage page(
      Listing listing,
      Paging paging,
      int most,
      Function<List<StoredRow>, List<JsonNode>> rendering) {
    bounded(paging, most);
    return transactions.reading(
        () -> {
          int offset = (paging.page() - 1) * paging.perPage();
          List<StoredRow> rows = store.page(listing, paging.perPage(), offset);
          return HsdsPage.of(
              store.count(listing), paging.page(), paging.perPage(), rendering.apply(rows));
        });
  }

  private static void bounded(Paging paging, int most) {
    if (paging.format() != null && !paging.format().equals("json")) {
      throw invalid("Parameter format is json");
    }
    if (paging.perPage() < 1 || paging.perPage() > most) {
      throw invalid("Parameter per_page is 1 to " + most);
    }
    if (paging.page() < 1 || (long) paging.page() * paging.perPage() > FURTHEST) {
      throw invalid("Parameter page leads to the first %d at most".formatted(FURTHEST));
    }
  }

  private static Refusal invalid(String detail) {
    return Refusal.of(Problem.of(Problems.INVALID).detail(detail));
  }
}
