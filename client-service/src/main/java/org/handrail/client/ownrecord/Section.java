package org.handrail.client.ownrecord;

import java.util.Arrays;
import java.util.List;

/**
 * A kind of row that is held about a client, and how their rows are found.
 *
 * @param table where they stand; the copy calls the section by it
 * @param theirs which rows are the client's, of a table that is called {@code t}
 * @param without columns that stay behind: what others told of themselves, and marks without a
 *     meaning
 */
record Section(String table, String theirs, List<String> without) {

  /** Of a table whose rows name the client. */
  static Section rowsOf(String table) {
    return new Section(table, "t.client_id = :client", List.of());
  }

  /** Of a table whose rows hang on a row of another one. */
  static Section rowsOn(String parent, String column, String table) {
    return new Section(
        table,
        "t.%s in (select p.id from %s p where p.agency = :agency and p.client_id = :client)"
            .formatted(column, parent),
        List.of());
  }

  Section and(String condition) {
    return new Section(table, theirs + " and " + condition, without);
  }

  Section without(String... columns) {
    return new Section(table, theirs, Arrays.asList(columns));
  }

  /** Those that were not withdrawn: what was entered by mistake may be about somebody else. */
  Section standing(String column) {
    return and("not is_withdrawn(t.agency, t.%s)".formatted(column));
  }

  /** Whether what is called so is of this kind, and none of these rows. */
  String isWithout(String what) {
    return "%s.kind = '%s' and not exists (select from %s t where t.agency = :agency and t.id = %s.id and %s)"
        .formatted(what, name(), table, what, theirs);
  }

  String name() {
    return table.replace('_', '-');
  }
}
