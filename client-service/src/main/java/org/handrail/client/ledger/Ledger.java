package org.handrail.client.ledger;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.paper.Hash;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's tables. */
@Repository
public class Ledger {
  private final JdbcClient jdbc;

  Ledger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Waits for the lock of a client's chain and keeps it until the transaction's end. The client
   * must exist.
   */
  public ChainHead lock(AgencyId agency, ClientId client) {
    return tryLock(agency, client)
        .or(
            () -> {
              begin(agency, client);
              return tryLock(agency, client);
            })
        .orElseThrow();
  }

  private void begin(AgencyId agency, ClientId client) {
    jdbc.sql(
            """
            insert into chain_head (agency, client_id, length, hash, decided_at)
            values (:agency, :client, 0, :none, '1970-01-01T00:00:00Z') on conflict do nothing
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("none", Hash.NONE.hex())
        .update();
  }

  private Optional<ChainHead> tryLock(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select length, hash, decided_at from chain_head
            where agency = :agency and client_id = :client for update
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query(
            (row, _) ->
                new ChainHead(
                    agency,
                    client,
                    row.getLong("length"),
                    new Hash(row.getString("hash")),
                    instant(row, "decided_at")))
        .optional();
  }

  /** Remembers when something was decided that is no disclosure, such as a revocation. */
  public void decided(ChainHead head, Instant at) {
    move(head, head.length(), head.hash(), at);
  }

  /** Adds the entry to the chain whose head is locked. */
  public Link append(ChainHead head, Entry entry) {
    var link = head.link(entry);
    insert(link);
    move(head, link.position(), link.hash(), entry.decidedAt());
    return link;
  }

  private void move(ChainHead head, long length, Hash hash, Instant at) {
    jdbc.sql(
            """
            update chain_head set length = :length, hash = :hash, decided_at = :at
            where agency = :agency and client_id = :client
            """)
        .param("length", length)
        .param("hash", hash.hex())
        .param("at", utc(at))
        .param("agency", head.agency().value())
        .param("client", head.client().value())
        .update();
  }

  private void insert(Link link) {
    jdbc.sql(
            """
            insert into disclosure (agency, client_id, position, id, decided_at, outcome, denial, basis, discloser,
              discloser_subject, recipient, recipient_standings, via, purpose, categories, withheld, description, transport,
              referral_id, step, in_reply_to, matter, matter_id, notice_version, scope_attached, redisclosure, package_hash, previous_hash, hash)
            values (:agency, :client, :position, :id, :at, :outcome, :denial, :basis, :discloser, :person, :recipient,
              :standings, :via, :purpose, :categories, :withheld, :description, :transport, :referral, :step, :inReplyTo,
              :matter, :matterId, :notice, :scope, :redisclosure, :content, :previous, :hash)
            """)
        .params(LinkRows.parameters(link))
        .update();
  }

  /** The decision that was made for that occasion before. */
  public Optional<Link> find(AgencyId agency, UUID referral, String recipient, String step) {
    return jdbc.sql(
            LinkRows.SELECT
                + """
                where agency = :agency and referral_id = :referral and recipient = :recipient and step = :step
                """)
        .param("agency", agency.value())
        .param("referral", referral)
        .param("recipient", recipient)
        .param("step", step)
        .query(LinkRows::read)
        .optional();
  }

  /** All that was decided in a matter, in the order of the clients' ids. */
  public List<Link> ofMatter(AgencyId agency, String matter, UUID id) {
    return jdbc.sql(
            LinkRows.SELECT
                + """
                where agency = :agency and matter = :matter and matter_id = :id order by client_id, position
                """)
        .param("agency", agency.value())
        .param("matter", matter)
        .param("id", id)
        .query(LinkRows::read)
        .list();
  }

  /** Whether a release was denied when it was asked for again. */
  public boolean isTakenBack(Link release) {
    return isTakenBackSince(release, Instant.EPOCH);
  }

  /** As the other, after that time. An answer to it that was denied says nothing of it. */
  public boolean isTakenBackSince(Link release, Instant since) {
    return jdbc.sql(
            """
            select exists (select from disclosure
              where agency = :agency and client_id = :client and in_reply_to = :id and step is null
                and outcome = 'denied' and decided_at > :since)
            """)
        .param("since", utc(since))
        .param("agency", release.agency().value())
        .param("client", release.client().value())
        .param("id", release.entry().id())
        .query(Boolean.class)
        .single();
  }

  /** Whose a decision is that the acting agency has a part in, before anything of it is read. */
  public Optional<Whose> whose(UUID id) {
    return jdbc.sql(
            """
            select agency, client_id,
              case when coalesce(matter, 'grant-report') <> 'grant-report' then discloser_subject end as without_consent
            from disclosure where id = :id
            """)
        .param("id", id)
        .query(
            (row, _) ->
                new Whose(
                    new AgencyId(row.getString("agency")),
                    new ClientId(row.getObject("client_id", UUID.class)),
                    Optional.ofNullable(row.getString("without_consent")).map(SubjectId::new)))
        .optional();
  }

  /** A decision that the acting agency has a part in. */
  public Optional<Link> find(UUID id) {
    return jdbc.sql(LinkRows.SELECT + "where id = :id")
        .param("id", id)
        .query(LinkRows::read)
        .optional();
  }

  /** What was decided about a client from one instant until before another, oldest first. */
  public List<Link> between(AgencyId agency, ClientId client, Instant from, Instant until) {
    return jdbc.sql(
            LinkRows.SELECT
                + """
                where agency = :agency and client_id = :client and decided_at >= :from and decided_at < :until
                order by position
                """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("from", utc(from))
        .param("until", utc(until))
        .query(LinkRows::read)
        .list();
  }

  /** A row of a chain as it stands; no link where it holds what none could. */
  record Row(long position, Optional<Link> link) {}

  /** A whole chain, whatever became of its rows. */
  List<Row> rows(ChainKey chain) {
    return jdbc.sql(
            LinkRows.SELECT + "where agency = :agency and client_id = :client order by position")
        .param("agency", chain.agency().value())
        .param("client", chain.client().value())
        .query((row, number) -> new Row(row.getLong("position"), LinkRows.legible(row, number)))
        .list();
  }
}
