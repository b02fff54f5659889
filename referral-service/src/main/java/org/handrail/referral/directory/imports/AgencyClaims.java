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
    List<HsdsRow> claims = rows.stream().filter(AgencyClaims::isClaim).toList();
    for (HsdsRow row : claims) {
      RowKey owner = row.owners.iterator().next();
      String alias = row.text("identifier");
      boolean moved = alias != null && mayHave(alias) && move(alias, owner, claims);
      String why = claim(alias, organizations.get(owner), taken);
      if (why != null) {
        findings.add(finding(row, why, "no referral goes there by it"));
      } else if (moved) {
        findings.add(finding(row, "agency-moved", "it was another organization's of this source"));
      }
    }
    return findings;
  }

  private static boolean isClaim(HsdsRow row) {
    return row.key.kind() == Kind.ORGANIZATION_IDENTIFIER
        && TYPE.equals(row.text("identifier_type"));
  }

  private static Finding finding(HsdsRow row, String code, String detail) {
    return new Finding(row.pointers.getFirst(), row.key.kind(), row.key.id(), code, detail, false);
  }

  private boolean mayHave(String alias) {
    return only == null || only.equals(alias);
  }

  /** From an organization of this source, unless this file says that it still has it. */
  private boolean move(String alias, RowKey to, List<HsdsRow> claims) {
    String[] still =
        claims.stream()
            .filter(row -> alias.equals(row.text("identifier")))
            .flatMap(row -> row.owners.stream())
            .map(RowKey::id)
            .toArray(String[]::new);
    boolean moved =
        jdbc.sql(
                    """
                    update directory_organization set agency = null
                    where source = :source and agency = :alias and external_id <> :to
                      and external_id <> all(:still)
                    """)
                .param("source", source)
                .param("alias", alias)
                .param("to", to.id())
                .param("still", still)
                .update()
            > 0;
    if (moved) {
      jdbc.sql(
              """
              update directory_row set body = body - 'agency'
              where source = :source and kind = 'organization' and body ->> 'agency' = :alias
                and external_id <> :to
              """)
          .param("source", source)
          .param("alias", alias)
          .param("to", to.id())
          .update();
    }
    return moved;
  }

  private @Nullable String claim(
      @Nullable String alias, @Nullable HsdsRow organization, Map<String, RowKey> taken) {
    if (organization == null || alias == null || !alias.matches("[a-z0-9][a-z0-9-]{0,62}")) {
      return "agency-unreadable";
    }
    if (!mayHave(alias)) {
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
