package org.handrail.referral.directory.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which organization of a file is which partner agency: an identifier of type {@code
 * handrail:agency}. Since referrals go where it points, an alias has one organization, and who
 * imports for one agency can claim only that.
 */
final class AgencyClaims {
  private static final String TYPE = "handrail:agency";

  private final JdbcClient jdbc;
  private final String source;
  private final @Nullable String only;

  AgencyClaims(JdbcClient jdbc, String source, @Nullable String only) {
    this.jdbc = jdbc;
    this.source = source;
    this.only = only;
  }

  List<Finding> apply(Collection<HsdsRow> rows) {
    var findings = new ArrayList<Finding>();
    Map<String, RowKey> taken = new HashMap<>();
    Map<RowKey, HsdsRow> organizations = new HashMap<>();
    rows.stream()
        .filter(row -> row.key.kind() == Kind.ORGANIZATION)
        .forEach(row -> organizations.put(row.key, row));
    for (HsdsRow row : rows) {
      if (row.key.kind() == Kind.ORGANIZATION_IDENTIFIER
          && TYPE.equals(row.text("identifier_type"))) {
        RowKey owner = row.owners.iterator().next();
        String why = claim(row.text("identifier"), organizations.get(owner), taken);
        if (why != null) {
          findings.add(
              new Finding(
                  row.pointers.getFirst(),
                  row.key.kind(),
                  row.key.id(),
                  why,
                  "no referral goes there by it",
                  false));
        }
      }
    }
    return findings;
  }

  private @Nullable String claim(
      @Nullable String alias, @Nullable HsdsRow organization, Map<String, RowKey> taken) {
    if (organization == null || alias == null || !alias.matches("[a-z0-9][a-z0-9-]{0,62}")) {
      return "agency-unreadable";
    }
    if (only != null && !only.equals(alias)) {
      return "agency-not-yours";
    }
    if (organization.values.containsKey("agency")) {
      return "agency-twice";
    }
    if (taken.containsKey(alias) || elsewhere(alias, organization.key)) {
      return "agency-taken";
    }
    taken.put(alias, organization.key);
    organization.values.put("agency", alias);
    return null;
  }

  private boolean elsewhere(String alias, RowKey organization) {
    return jdbc.sql(
            """
            select exists (select 1 from directory_organization
              where agency = :alias and not (source = :source and external_id = :externalId))
            """)
        .param("alias", alias)
        .param("source", source)
        .param("externalId", organization.id())
        .query(Boolean.class)
        .single();
  }
}
