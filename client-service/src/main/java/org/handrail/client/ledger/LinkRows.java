package org.handrail.client.ledger;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.texts;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.paper.Hash;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/** How links of the chain stand in their rows. */
final class LinkRows {
  static final String SELECT =
      """
      select agency, client_id, position, id, decided_at, outcome, denial, basis, discloser, discloser_subject, recipient,
        recipient_standings, via, purpose, categories, withheld, description, transport, referral_id, step, in_reply_to,
        matter, matter_id, notice_version, redisclosure, package_hash, previous_hash, hash
      from disclosure
      """;

  private LinkRows() {}

  static Map<String, @Nullable Object> parameters(Link link) {
    var entry = link.entry();
    var released = entry.outcome() instanceof Entry.Outcome.Released released1 ? released1 : null;
    var denied = entry.outcome() instanceof Entry.Outcome.Denied denied1 ? denied1 : null;
    var matter = entry.cause().matter();
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("agency", link.agency().value());
    row.put("client", link.client().value());
    row.put("position", link.position());
    row.put("id", entry.id());
    row.put("at", utc(entry.decidedAt()));
    row.put("outcome", released == null ? "denied" : "released");
    row.put("denial", denied == null ? null : denied.code());
    row.put("basis", released == null ? null : released.basis());
    row.put("discloser", entry.who().discloser().value());
    row.put("person", entry.who().person().value());
    row.put("recipient", entry.who().recipient().value());
    row.put("standings", array(entry.who().standings()));
    row.put("via", entry.who().via() == null ? null : entry.who().via().value());
    row.put("purpose", entry.what().purpose());
    row.put("categories", array(entry.what().categories()));
    row.put("withheld", array(entry.what().withheld()));
    row.put("description", entry.what().description());
    row.put("transport", entry.what().transport());
    row.put("referral", entry.cause().referral());
    row.put("step", entry.cause().step());
    row.put("inReplyTo", entry.cause().inReplyTo());
    row.put("matter", matter == null ? null : matter.kind());
    row.put("matterId", matter == null ? null : matter.id());
    row.put("notice", released == null ? null : released.notice());
    row.put("scope", released != null);
    row.put("redisclosure", released == null ? null : released.redisclosure());
    row.put("content", released == null ? null : released.content().hex());
    row.put("previous", link.previous().hex());
    row.put("hash", link.hash().hex());
    return row;
  }

  private static String[] array(List<String> texts) {
    return texts.toArray(String[]::new);
  }

  static Link read(ResultSet row, int number) throws SQLException {
    return new Link(
        new AgencyId(row.getString("agency")),
        new ClientId(row.getObject("client_id", UUID.class)),
        row.getLong("position"),
        new Entry(
            row.getObject("id", UUID.class),
            instant(row, "decided_at"),
            who(row),
            new Entry.What(
                row.getString("purpose"),
                texts(row, "categories"),
                texts(row, "withheld"),
                row.getString("description"),
                row.getString("transport")),
            new Entry.Cause(
                row.getObject("referral_id", UUID.class),
                row.getString("step"),
                row.getObject("in_reply_to", UUID.class),
                matter(row)),
            outcome(row)),
        new Hash(row.getString("previous_hash")),
        new Hash(row.getString("hash")));
  }

  /** None of a row that holds what no link could: somebody has changed it. */
  static Optional<Link> legible(ResultSet row, int number) throws SQLException {
    try {
      return Optional.of(read(row, number));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Entry.@Nullable Matter matter(ResultSet row) throws SQLException {
    var kind = row.getString("matter");
    return kind == null ? null : new Entry.Matter(kind, row.getObject("matter_id", UUID.class));
  }

  private static Entry.Who who(ResultSet row) throws SQLException {
    var via = row.getString("via");
    return new Entry.Who(
        new PartyId(row.getString("discloser")),
        new SubjectId(row.getString("discloser_subject")),
        new PartyId(row.getString("recipient")),
        texts(row, "recipient_standings"),
        via == null ? null : new PartyId(via));
  }

  private static Entry.Outcome outcome(ResultSet row) throws SQLException {
    return row.getString("outcome").equals("denied")
        ? new Entry.Outcome.Denied(row.getString("denial"))
        : new Entry.Outcome.Released(
            row.getString("basis"),
            row.getString("notice_version"),
            row.getString("redisclosure"),
            new Hash(row.getString("package_hash")));
  }
}
