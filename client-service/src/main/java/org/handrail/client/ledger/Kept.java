package org.handrail.client.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.ledger.ChainCheck.Anchor;
import org.handrail.client.ledger.ChainCheck.Finding;
import org.handrail.client.paper.Hash;
import org.handrail.platform.caller.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is kept with the links of a chain, and is no part of what they hash themselves: the heads,
 * the packages that were released, and the columns that say nothing but what the outcome says.
 */
@Repository
class Kept {
  // Packages are long: a few at a time, however many a client has.
  private static final int AT_ONCE = 50;

  private final JdbcClient jdbc;

  Kept(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * All chains of all agencies, each with its head: of one that has none, as before its first link.
   */
  Map<ChainKey, Anchor> heads() {
    var heads = new HashMap<ChainKey, Anchor>();
    jdbc.sql("select agency, client_id, length, hash from ledger_chains()")
        .query(
            row -> {
              heads.put(
                  new ChainKey(
                      new AgencyId(row.getString("agency")),
                      new ClientId(row.getObject("client_id", UUID.class))),
                  new Anchor(row.getLong("length"), new Hash(row.getString("hash"))));
            });
    return heads;
  }

  /** What is not as the links have it; nothing when all is. */
  List<Finding> findings(ChainKey chain) {
    var findings = new ArrayList<Finding>();
    jdbc.sql(
            """
            select d.position, d.package_hash, p.body,
              case d.outcome
                when 'released' then d.scope_attached and d.denial is null
                else not d.scope_attached and num_nonnulls(d.basis, d.notice_version, d.redisclosure, d.package_hash) = 0
              end as follows,
              p.disclosure_id is null or (p.discloser, p.recipient) = (d.discloser, d.recipient) as theirs
            from disclosure d left join disclosure_package p on p.agency = d.agency and p.disclosure_id = d.id
            where d.agency = :agency and d.client_id = :client order by d.position
            """)
        .withFetchSize(AT_ONCE)
        .param("agency", chain.agency().value())
        .param("client", chain.client().value())
        .query(
            row -> {
              if (!row.getBoolean("follows")) {
                findings.add(new Finding.Altered(row.getLong("position")));
              }
              if (!isAsReleased(row)) {
                findings.add(new Finding.Repacked(row.getLong("position")));
              }
            });
    return findings;
  }

  private static boolean isAsReleased(ResultSet row) throws SQLException {
    var hash = row.getString("package_hash");
    var body = row.getString("body");
    if (hash == null || body == null) {
      return hash == null && body == null;
    }
    return row.getBoolean("theirs") && Hash.of(body).hex().equals(hash);
  }
}
