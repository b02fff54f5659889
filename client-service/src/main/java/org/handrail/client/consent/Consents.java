package org.handrail.client.consent;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.consent.paper.ConsentPaper;
import org.handrail.client.consent.restriction.Restrictions;
import org.handrail.client.consent.treating.TreatingRelationships;
import org.handrail.client.party.PartyId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The consents of the acting agency's clients, and what happened to them since. Rows are only ever
 * added.
 */
@Repository
public class Consents {
  private static final String SELECT =
      """
      select c.*, s.signer, s.authority, s.initialled, s.signed_at, s.recorded_by as signature_by,
        s.recorded_at as signature_at, s.template_version, s.document_hash, no.consent_id is not null as refused,
        (select min(later.recorded_at) from consent r
          join consent_signature later on later.agency = r.agency and later.consent_id = r.id
          where r.agency = c.agency and r.replaces = c.id) as superseded_at
      from consent c left join consent_signature s on s.agency = c.agency and s.consent_id = c.id
        left join consent_refusal no on no.agency = c.agency and no.consent_id = c.id
      """;

  private final JdbcClient jdbc;
  private final Restrictions restrictions;
  private final TreatingRelationships treatingRelationships;

  Consents(
      JdbcClient jdbc, Restrictions restrictions, TreatingRelationships treatingRelationships) {
    this.jdbc = jdbc;
    this.restrictions = restrictions;
    this.treatingRelationships = treatingRelationships;
  }

  void add(
      AgencyId agency,
      Consent.Draft draft,
      @Nullable ConsentId replaces,
      String language,
      SubjectId by,
      Instant at) {
    jdbc.sql(
            """
            insert into consent (agency, id, client_id, replaces, patient_name, disclosers, recipients, recipient_parties,
              intermediary, recipient_class, purposes, categories, description, expires, expires_at, expires_event,
              revocation_statement, revocation_method, states_hipaa_redisclosure, states_redisclosure_risk,
              states_refusal_consequences, states_fundraising_opt_out, irrevocable_until, language, drafted_at, drafted_by)
            values (:agency, :id, :client, :replaces, :patientName, :disclosers, :recipients, :parties, :intermediary, :class,
              :purposes, :categories, :description, :expires, :expiresAt, :expiresEvent, :revocationStatement,
              :revocationMethod, :hipaa, :risk, :consequences, :optOut, :irrevocableUntil, :language, :at, :by)
            """)
        .params(FormRows.parameters(draft.form()))
        .param("agency", agency.value())
        .param("id", draft.id().value())
        .param("client", draft.client().value())
        .param("replaces", replaces == null ? null : replaces.value())
        .param("language", language)
        .param("at", utc(at))
        .param("by", by.value())
        .update();
  }

  void addSignature(AgencyId agency, Consent.Signed consent, RecordedAct act, ConsentPaper paper) {
    var signature = consent.signature();
    jdbc.sql(
            """
            insert into consent_signature (agency, consent_id, signer, authority, initialled, signed_at, act_kind, act_words,
              recorded_by, recorded_at, template_version, document, document_hash)
            values (:agency, :id, :signer, :authority, :initialled, :signedAt, :kind, :words, :by, :at, :template, :document, :hash)
            """)
        .param("agency", agency.value())
        .param("id", consent.id().value())
        .param("signer", signature.signer().code())
        .param("authority", signature.signer().authority())
        .param("initialled", signature.initialled())
        .param("signedAt", utc(signature.at()))
        .param("kind", Codes.of(act.kind()))
        .param("words", act.words())
        .param("by", act.recordedBy().value())
        .param("at", utc(act.recordedAt()))
        .param("template", paper.template())
        .param("document", paper.text())
        .param("hash", paper.hash().hex())
        .update();
  }

  void addRefusal(AgencyId agency, ConsentId consent, RecordedAct act) {
    jdbc.sql(
            """
            insert into consent_refusal (agency, consent_id, act_kind, act_at, act_words, act_recorded_by, act_recorded_at)
            values (:agency, :consent, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("consent", consent.value())
        .update();
  }

  /** The text that was signed, word for word. */
  Optional<String> document(AgencyId agency, ConsentId consent) {
    return jdbc.sql(
            "select document from consent_signature where agency = :agency and consent_id ="
                + " :consent")
        .param("agency", agency.value())
        .param("consent", consent.value())
        .query(String.class)
        .optional();
  }

  void addRevocation(AgencyId agency, ConsentId consent, Revocation revocation, RecordedAct act) {
    var recipient =
        revocation.extent() instanceof Revocation.Extent.OneRecipient(var party)
            ? party.value()
            : null;
    jdbc.sql(
            """
            insert into consent_revocation (agency, id, consent_id, extent, recipient, said_at, revoked_at, act_kind, act_words,
              recorded_by)
            values (:agency, :id, :consent, :extent, :recipient, :said, :at, :kind, :words, :by)
            """)
        .param("agency", agency.value())
        .param("id", UUID.randomUUID())
        .param("consent", consent.value())
        .param("extent", revocation.extent().code())
        .param("recipient", recipient)
        .param("said", utc(act.at()))
        .param("at", utc(revocation.at()))
        .param("kind", Codes.of(act.kind()))
        .param("words", act.words())
        .param("by", act.recordedBy().value())
        .update();
  }

  void addEvent(
      AgencyId agency,
      ConsentId consent,
      String event,
      Instant happenedAt,
      SubjectId by,
      Instant at) {
    jdbc.sql(
            """
            insert into consent_event (agency, id, consent_id, event, happened_at, recorded_by, recorded_at)
            values (:agency, :id, :consent, :event, :happenedAt, :by, :at)
            """)
        .param("agency", agency.value())
        .param("id", UUID.randomUUID())
        .param("consent", consent.value())
        .param("event", event)
        .param("happenedAt", utc(happenedAt))
        .param("by", by.value())
        .param("at", utc(at))
        .update();
  }

  /** Whose it is, before anything of it is read. */
  Optional<ClientId> clientOf(AgencyId agency, ConsentId id) {
    return jdbc.sql("select client_id from consent where agency = :agency and id = :id")
        .param("agency", agency.value())
        .param("id", id.value())
        .query((row, _) -> new ClientId(row.getObject("client_id", UUID.class)))
        .optional();
  }

  Optional<StoredConsent> find(AgencyId agency, ClientId client, ConsentId id) {
    return ofClient(agency, client).stream()
        .filter(stored -> stored.consent().id().equals(id))
        .findFirst();
  }

  /** All of a client's, oldest draft first. */
  List<StoredConsent> ofClient(AgencyId agency, ClientId client) {
    var happenings = new Happenings(revocations(agency, client), events(agency, client));
    return jdbc.sql(
            SELECT
                + "where c.agency = :agency and c.client_id = :client order by c.drafted_at, c.id")
        .param("agency", agency.value())
        .param("client", client.value())
        .query((row, _) -> read(row, happenings))
        .list();
  }

  private record Revoked(UUID id, ConsentId consent, Revocation revocation) {}

  private record Happened(UUID id, ConsentId consent, String event, Instant at) {}

  private record Happenings(List<Revoked> revocations, List<Happened> events) {
    List<Revocation> revocationsOf(ConsentId consent) {
      return revocations.stream()
          .filter(one -> one.consent().equals(consent))
          .map(Revoked::revocation)
          .toList();
    }

    Map<String, Instant> eventsOf(ConsentId consent) {
      var first = new HashMap<String, Instant>();
      events.stream()
          .filter(one -> one.consent().equals(consent))
          .forEach(one -> first.merge(one.event(), one.at(), (a, b) -> a.isBefore(b) ? a : b));
      return first;
    }

    List<UUID> idsOf(ConsentId consent) {
      var ids = new ArrayList<UUID>();
      revocations.stream()
          .filter(one -> one.consent().equals(consent))
          .forEach(one -> ids.add(one.id()));
      events.stream()
          .filter(one -> one.consent().equals(consent))
          .forEach(one -> ids.add(one.id()));
      return ids;
    }
  }

  private List<Revoked> revocations(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select r.id, r.consent_id, r.extent, r.recipient, r.revoked_at from consent_revocation r
            join consent c on c.agency = r.agency and c.id = r.consent_id
            where c.agency = :agency and c.client_id = :client order by r.revoked_at
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query(
            (row, _) ->
                new Revoked(
                    row.getObject("id", UUID.class),
                    new ConsentId(row.getObject("consent_id", UUID.class)),
                    new Revocation(instant(row, "revoked_at"), extent(row))))
        .list();
  }

  private static Revocation.Extent extent(ResultSet row) throws SQLException {
    return switch (row.getString("extent")) {
      case "recipient" ->
          new Revocation.Extent.OneRecipient(new PartyId(row.getString("recipient")));
      case "nobody" -> new Revocation.Extent.Nobody();
      default -> new Revocation.Extent.Whole();
    };
  }

  private List<Happened> events(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select e.id, e.consent_id, e.event, e.happened_at from consent_event e
            join consent c on c.agency = e.agency and c.id = e.consent_id
            where c.agency = :agency and c.client_id = :client order by e.happened_at
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query(
            (row, _) ->
                new Happened(
                    row.getObject("id", UUID.class),
                    new ConsentId(row.getObject("consent_id", UUID.class)),
                    row.getString("event"),
                    instant(row, "happened_at")))
        .list();
  }

  private static StoredConsent read(ResultSet row, Happenings happenings) throws SQLException {
    var id = new ConsentId(row.getObject("id", UUID.class));
    var client = new ClientId(row.getObject("client_id", UUID.class));
    var form = FormRows.read(row);
    var replaces = row.getObject("replaces", UUID.class);
    var signature = signature(row);
    return new StoredConsent(
        signature == null
            ? unsigned(row, id, client, form)
            : new Consent.Signed(
                id,
                client,
                form,
                signature,
                happenings.revocationsOf(id),
                happenings.eventsOf(id),
                optionalInstant(row, "superseded_at")),
        replaces == null ? null : new ConsentId(replaces),
        row.getString("language"),
        instant(row, "drafted_at"),
        new SubjectId(row.getString("drafted_by")),
        signature == null
            ? null
            : new StoredConsent.Signed(
                instant(row, "signature_at"),
                new SubjectId(row.getString("signature_by")),
                row.getString("template_version"),
                row.getString("document_hash")),
        happenings.idsOf(id));
  }

  private static Consent unsigned(ResultSet row, ConsentId id, ClientId client, ConsentForm form)
      throws SQLException {
    return row.getBoolean("refused")
        ? new Consent.Refused(id, client, form)
        : new Consent.Draft(id, client, form);
  }

  private static @Nullable Signature signature(ResultSet row) throws SQLException {
    var signer = row.getString("signer");
    if (signer == null) {
      return null;
    }
    return new Signature(
        Signature.Signer.of(signer, row.getString("authority")),
        instant(row, "signed_at"),
        row.getBoolean("initialled"));
  }

  /** As it was known at that time: what was written down later is not in it. */
  public ClientsWill willKnownAt(AgencyId agency, ClientId client, Instant at) {
    return new ClientsWill(
        ofClient(agency, client).stream()
            .filter(stored -> !stored.draftedAt().isAfter(at))
            .map(stored -> stored.asKnownAt(at))
            .toList(),
        restrictions.granted(agency, client),
        treatingRelationships.known(agency, client));
  }

  /** Everything that the judge must know of a client. */
  public ClientsWill will(AgencyId agency, ClientId client) {
    return new ClientsWill(
        ofClient(agency, client).stream().map(StoredConsent::consent).toList(),
        restrictions.granted(agency, client),
        treatingRelationships.known(agency, client));
  }
}
