package org.handrail.referral.directory.hsds;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers what anybody asks of the directory, within bounds. */
@Component
class Reading {
  private static final int BATCH = 100;

  private final StoredRows store;
  private final Transactions transactions;

  Reading(StoredRows store, Transactions transactions) {
    this.store = store;
    this.transactions = transactions;
  }

  JsonNode one(Kind kind, UUID id, Depth depth) {
    return transactions.reading(
        () -> {
          StoredRow row = store.find(kind, id).orElseThrow(NotFound::new);
          return new Rendering(Nesting.of(store, List.of(row), depth)).render(row);
        });
  }

  HsdsPage page(Wanted wanted, Paging asked) {
    Paging paging = asked.within(wanted.most());
    awaitPublished();
    return transactions.reading(
        () ->
            HsdsPage.of(
                store.count(wanted.listing()),
                paging.number(),
                paging.size(),
                rendered(wanted, store.page(wanted.listing(), paging.size(), paging.offset()))));
  }

  /** All of them, some at a time: each in a transaction of its own, so that none is long. */
  Iterable<List<JsonNode>> batches(Wanted wanted) {
    return () -> new Batches(wanted);
  }

  /** In a transaction of its own: one that reads sees nothing of what comes after it began. */
  private void awaitPublished() {
    transactions.run(store::awaitPublished);
  }

  private List<JsonNode> rendered(Wanted wanted, List<StoredRow> rows) {
    Depth depth = wanted.depth();
    if (depth == null) {
      return rows.stream().<JsonNode>map(Reading::minimal).toList();
    }
    var nesting = Nesting.of(store, rows, depth);
    if (nesting.isCut() && rows.size() > 1) {
      int half = rows.size() / 2;
      var both = new ArrayList<>(rendered(wanted, rows.subList(0, half)));
      both.addAll(rendered(wanted, rows.subList(half, rows.size())));
      return both;
    }
    var rendering = new Rendering(nesting);
    return rows.stream().<JsonNode>map(rendering::render).toList();
  }

  /** Only that it is there and when it changed. */
  private static JsonNode minimal(StoredRow row) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("id", row.id().toString())
        .put("modified_date", row.modified().toString());
  }

  private final class Batches implements Iterator<List<JsonNode>> {
    private final Wanted wanted;
    private @Nullable UUID last;
    private boolean over;

    Batches(Wanted wanted) {
      this.wanted = wanted;
    }

    @Override
    public boolean hasNext() {
      return !over;
    }

    @Override
    public List<JsonNode> next() {
      if (over) {
        throw new NoSuchElementException();
      }
      awaitPublished();
      return transactions.reading(
          () -> {
            List<StoredRow> rows = store.following(wanted.listing(), last, BATCH);
            over = rows.size() < BATCH;
            last = rows.isEmpty() ? last : rows.getLast().id();
            return rendered(wanted, rows);
          });
    }
  }
}
