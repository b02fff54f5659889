package org.handrail.referral.directory.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handrail.platform.sql.Columns;
import org.handrail.referral.directory.standard.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was ever said to be confidential; no file takes it back. It may have been said of a row that
 * nobody has yet, or by a term that nobody has yet. An agency says it in its own source, the
 * coalition in all.
 */
final class ConfidentialMarks {
  /** Rows of a file for whose terms to wait, each as often as it has one. */
  private static final int MOST_AWAITED = 1_000_000;

  private final JdbcClient jdbc;

  ConfidentialMarks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Set<SharedKey> all() {
    return new LinkedHashSet<>(
        jdbc.sql("select source, kind, external_id from directory_confidential")
            .query(
                (row, number) ->
                    new SharedKey(
                        row.getString("source"),
                        StoredLinks.kind(row, "kind"),
                        row.getString("external_id")))
            .list());
  }

  /** Those that a file of this source can be about. */
  Set<SharedKey> of(String source) {
    Set<SharedKey> marks = all();
    marks.removeIf(key -> !key.isEverywhere() && !key.source().equals(source));
    return marks;
  }

  /** Sources that agencies import themselves; who imports another's source too is the coalition. */
  Set<String> ofAgencies() {
    return new HashSet<>(
        jdbc.sql(
                """
                select agency from directory_import group by agency having bool_and(source = agency)
                """)
            .query(String.class)
            .list());
  }

  void add(Collection<SharedKey> keys, Sayer by) {
    jdbc.sql(
            """
            insert into directory_confidential (source, kind, external_id, said_at, said_by)
            select k.*, :at::timestamptz, :by::text
            from unnest(:sources::text[], :kinds::text[], :ids::text[]) as k
            on conflict do nothing
            """)
        .params(StoredLinks.keys(keys))
        .param("at", by.at() == null ? null : Columns.utc(by.at()))
        .param("by", by.subject())
        .update();
  }

  /**
   * The terms by which that is said in the source: of this file, and of all that came before; those
   * of the file are kept, whatever becomes of their rows.
   */
  Set<SharedKey> terms(SaidInFile file, String source, Sayer by) {
    Set<SharedKey> terms = ofFile(file, source, by);
    jdbc.sql(
            """
            insert into directory_confidential_term (source, term)
            select * from unnest(:sources::text[], :ids::text[]) on conflict do nothing
            """)
        .param("sources", terms.stream().map(SharedKey::source).toArray(String[]::new))
        .param("ids", terms.stream().map(SharedKey::id).toArray(String[]::new))
        .update();
    terms.addAll(
        jdbc.sql(
                """
                select source, term from directory_confidential_term where source in ('', :source)
                union all
                select source, external_id from directory_taxonomy_term
                where source = :source
                  and :bare in (%s, %s)
                """
                    .formatted(ConfidentialCode.inSql("code"), ConfidentialCode.inSql("name")))
            .param("source", source)
            .param("bare", ConfidentialCode.BARE)
            .query((row, number) -> term(row.getString("source"), row.getString("term")))
            .list());
    return terms;
  }

  /** Whether a term that a row of the source names is one of these. */
  static boolean says(Set<SharedKey> terms, String source, String id) {
    SharedKey term = term(source, id);
    return terms.contains(term) || terms.contains(term.everywhere());
  }

  private static Set<SharedKey> ofFile(SaidInFile file, String source, Sayer by) {
    Set<SharedKey> terms = new LinkedHashSet<>();
    for (String id : file.saying()) {
      SharedKey term = term(source, id);
      terms.add(term);
      if (by.everywhere() && term.isShared()) {
        terms.add(term.everywhere());
      }
    }
    return terms;
  }

  /**
   * Of what earlier files say it by terms that this one brings: by attributes that are stored, and
   * by others that were not, for want of the term.
   */
  List<SharedKey> saidBefore(SaidInFile file, String source, Sayer by) {
    Set<SharedKey> terms = ofFile(file, source, by);
    if (terms.isEmpty()) {
      return List.of();
    }
    var said = new ArrayList<SharedKey>();
    jdbc.sql(
            """
            select a.source, w.owner_kind as kind, w.owner_external_id as external_id,
              a.body ->> 'taxonomy_term_id' as term
            from directory_row a
            join directory_owner w
              on w.source = a.source and w.kind = a.kind and w.external_id = a.external_id
            where a.kind = 'attribute' and lower(a.body ->> 'taxonomy_term_id') = any(:terms)
            union all
            select source, kind, external_id, term from directory_confidential_awaited
            where lower(term) = any(:terms)
            """)
        .param(
            "terms",
            terms.stream().map(term -> term.id().toLowerCase(Locale.ROOT)).toArray(String[]::new))
        .query(
            row -> {
              String of = row.getString("source");
              if (says(terms, of, row.getString("term"))) {
                said.add(
                    SharedKey.of(of, StoredLinks.kind(row, "kind"), row.getString("external_id")));
              }
            });
    return said;
  }

  /**
   * Keeps what has an attribute with a term that nobody has yet: it may turn out to say it. With it
   * is kept what of the file it would reach, as its rows and what they name need not be stored.
   */
  void await(SaidInFile file, MeantByMarks meant, String source) {
    Map<String, Set<SharedKey>> waiting = awaited(file, source);
    for (SaidAttribute attribute : file.attributes()) {
      for (String term : attribute.terms()) {
        if (!file.terms().contains(term)) {
          waiting
              .computeIfAbsent(term, any -> new LinkedHashSet<>())
              .addAll(meant.inFile(attribute));
        }
      }
    }
    var terms = new ArrayList<String>();
    var owners = new ArrayList<SharedKey>();
    Map<Set<SharedKey>, Set<SharedKey>> reached = new HashMap<>();
    waiting.forEach(
        (term, of) -> {
          for (SharedKey key : reached.computeIfAbsent(of, any -> reached(any, file, source))) {
            terms.add(term);
            owners.add(key);
          }
          if (terms.size() > MOST_AWAITED) {
            throw Archive.refused(
                "too-many-unknown-terms",
                "they are attributes of more than %d rows together".formatted(MOST_AWAITED));
          }
        });
    if (terms.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into directory_confidential_awaited (source, term, kind, external_id)
            select :source, w.* from unnest(:terms::text[], :kinds::text[], :ids::text[])
              as w(term, kind, external_id)
            where not exists (select from directory_taxonomy_term t
              where t.source = :source and t.external_id = w.term)
            on conflict do nothing
            """)
        .param("source", source)
        .param("terms", terms.toArray(String[]::new))
        .param("kinds", owners.stream().map(o -> o.kind().code()).toArray(String[]::new))
        .param("ids", owners.stream().map(SharedKey::id).toArray(String[]::new))
        .update();
  }

  /** What can be named of all that marks reach within the file. */
  private static Set<SharedKey> reached(Set<SharedKey> marked, SaidInFile file, String source) {
    var spreading = new Spreading(null, source, file.links());
    spreading.mark(marked);
    Set<SharedKey> reached = new LinkedHashSet<>(spreading.marked());
    reached.removeIf(key -> !SaidInFile.isNamed(key));
    return reached;
  }

  /** What of earlier files waits for a term, and may have more in this one. */
  private Map<String, Set<SharedKey>> awaited(SaidInFile file, String source) {
    Map<String, Set<SharedKey>> awaited = new HashMap<>();
    jdbc.sql(
            """
            select term, kind, external_id from directory_confidential_awaited
            where source = :source
            """)
        .param("source", source)
        .query(
            row -> {
              Kind kind = StoredLinks.kind(row, "kind");
              for (RowKey key : file.links().meant(kind, row.getString("external_id"))) {
                awaited
                    .computeIfAbsent(row.getString("term"), any -> new LinkedHashSet<>())
                    .add(SharedKey.of(source, key));
              }
            });
    return awaited;
  }

  private static SharedKey term(String source, String id) {
    return SharedKey.of(source, Kind.TAXONOMY_TERM, id).anyCase();
  }
}
