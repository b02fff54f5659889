package org.handrail.referral.directory.imports;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.handrail.referral.directory.standard.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an owner had by an earlier file and has by this one no more: an address that was taken out
 * because nobody may know it must not stay. What another row still has stays.
 */
final class Orphans {
  private static final Set<Kind> IN_TABLES =
      EnumSet.of(Kind.ADDRESS, Kind.PHONE, Kind.SCHEDULE, Kind.LANGUAGE, Kind.SERVICE_AT_LOCATION);

  private final JdbcClient jdbc;
  private final String source;
  private final Set<RowKey> placed;
  private final Deque<RowKey> unlinked = new ArrayDeque<>();
  private final Set<FileLinks.Link> before = new HashSet<>();

  /**
   * @param placed the services of which this file says where they are offered; of others it stays
   */
  Orphans(JdbcClient jdbc, String source, Set<RowKey> placed) {
    this.jdbc = jdbc;
    this.source = source;
    this.placed = placed;
  }

  /** Takes from an owner all that it has; this file says what of it stays. */
  void unlink(RowKey owner) {
    jdbc.sql(
            """
            delete from directory_owner
            where source = :source and owner_kind = :kind and owner_external_id = :externalId
              and (kind <> :place or :placed)
            returning kind, external_id
            """)
        .param("source", source)
        .param("kind", owner.kind().code())
        .param("externalId", owner.id())
        .param("place", Kind.SERVICE_AT_LOCATION.code())
        .param("placed", owner.kind() != Kind.SERVICE || placed.contains(owner))
        .query(
            (row, number) ->
                new RowKey(
                    Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                    row.getString("external_id")))
        .list()
        .forEach(
            row -> {
              unlinked.add(row);
              before.add(new FileLinks.Link(row, owner));
            });
  }

  /** The owners that have more by this file than they had, or less. */
  Set<RowKey> ownersOfOthers(Stream<FileLinks.Link> now) {
    Set<FileLinks.Link> others = new HashSet<>(before);
    now.filter(link -> !others.remove(link)).toList().forEach(others::add);
    return others.stream().map(FileLinks.Link::owner).collect(toSet());
  }

  /**
   * Deletes what nobody has now, and what only that had.
   *
   * @param kept what this file has
   */
  void forget(Set<RowKey> kept) {
    while (!unlinked.isEmpty()) {
      RowKey key = unlinked.remove();
      if (!kept.contains(key) && belongs(key.kind()) && isOwnedByNobody(key)) {
        delete("directory_row where kind = '%s' and".formatted(key.kind().code()), key);
        if (IN_TABLES.contains(key.kind())) {
          delete("directory_%s where".formatted(key.kind().code()), key);
        }
        unlink(key);
      }
    }
  }

  private static boolean belongs(Kind kind) {
    return !kind.freeStanding() && !kind.core();
  }

  private boolean isOwnedByNobody(RowKey key) {
    return !jdbc.sql(
            """
            select exists (select from directory_owner
              where source = :source and kind = :kind and external_id = :externalId)
            """)
        .param("source", source)
        .param("kind", key.kind().code())
        .param("externalId", key.id())
        .query(Boolean.class)
        .single();
  }

  private void delete(String from, RowKey key) {
    jdbc.sql("delete from " + from + " source = :source and external_id = :externalId")
        .param("source", source)
        .param("externalId", key.id())
        .update();
  }
}
