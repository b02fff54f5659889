package org.handrail.client.consent;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.Merges;
import org.handrail.client.client.WhoseRow;
import org.handrail.client.consent.paper.ConsentPaper;
import org.handrail.client.paper.Hash;
import org.handrail.client.party.PartyId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActKind;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The consents of the acting agency's clients. Rows are only ever added. */
@Repository
class Consents {
  private static final String SELECT =
      """
      select c.*, s.signer, s.authority, s.initialled, s.signed_at, s.act_kind as signed_how, s.recorded_by as signature_by,
        s.recorded_at as signature_at, s.template_version, s.document_hash, no.consent_id is not null as refused,
        anew.rewritten_at,
        (select min(later.recorded_at) from consent r
          join consent_signature later on later.agency = r.agency and later.consent_id = r.id
          where r.agency = c.agency and r.replaces = c.id) as superseded_at
      from consent c left join consent_signature s on s.agency = c.agency and s.consent_id = c.id
        left join consent_refusal no on no.agency = c.agency and no.consent_id = c.id
        left join consent_rewriting anew on anew.agency = c.agency and anew.consent_id = c.id
      """;

  private final JdbcClient jdbc;
  private final ConsentHappenings happenings;
  private final Merges merges;

  Consents(JdbcClient jdbc, ConsentHappenings happenings, Merges merges) {
    this.jdbc = jdbc;
    this.happenings = happenings;
    this.merges = merges;
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

  /** A draft gives its place to another one. */
  void addRewriting(AgencyId agency, ConsentId draft, ConsentId as, SubjectId by, Instant at) {
    jdbc.sql(
            """
            insert into consent_rewriting (agency, consent_id, rewritten_as, rewritten_at, rewritten_by)
            values (:agency, :draft, :as, :at, :by)
            """)
        .param("agency", agency.value())
        .param("draft", draft.value())
        .param("as", as.value())
        .param("at", utc(at))
        .param("by", by.value())
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

  /** What was signed, word for word. */
  Optional<ConsentPaper> signedPaper(AgencyId agency, ConsentId consent) {
    return jdbc.sql(
            """
            select template_version, document, document_hash from consent_signature
            where agency = :agency and consent_id = :consent
            """)
        .param("agency", agency.value())
        .param("consent", consent.value())
        .query(
            (row, _) ->
                new ConsentPaper(
                    row.getString("template_version"),
                    row.getString("document"),
                    new Hash(row.getString("document_hash"))))
        .optional();
  }

  /** Whose it is, before anything of it is read. */
  Optional<ClientId> clientOf(AgencyId agency, ConsentId id) {
    return WhoseRow.client(jdbc, "consent", agency, id.value());
  }

  Optional<StoredConsent> find(AgencyId agency, ClientId client, ConsentId id) {
    return ofClient(agency, client).stream()
        .filter(stored -> stored.consent().id().equals(id))
        .findFirst();
  }

  /** All of a client's, oldest draft first. */
  List<StoredConsent> ofClient(AgencyId agency, ClientId client) {
    return ofClient(agency, client, happenings.of(agency, client));
  }

  private List<StoredConsent> ofClient(
      AgencyId agency, ClientId client, ConsentHappenings.Since since) {
    return jdbc.sql(
            SELECT
                + "where c.agency = :agency and c.client_id = :client order by c.drafted_at, c.id")
        .param("agency", agency.value())
        .param("client", client.value())
        .query((row, _) -> read(row, since))
        .list();
  }

  /** Those on all records of the person whose record this is. */
  List<Consent> ofPerson(AgencyId agency, ClientId client) {
    return merges.recordsOfPerson(agency, client).stream()
        .flatMap(record -> ofClient(agency, record).stream())
        .map(StoredConsent::consent)
        .toList();
  }

  /** The same as it was known at that time: what was written down later is not in it. */
  List<Consent> ofPersonKnownAt(AgencyId agency, ClientId client, Instant at) {
    return merges.recordsOfPersonAt(agency, client, at).stream()
        .flatMap(
            record -> ofClient(agency, record, happenings.of(agency, record).knownAt(at)).stream())
        .filter(stored -> !stored.draftedAt().isAfter(at))
        .map(stored -> stored.asKnownAt(at))
        .toList();
  }

  /** What the person took back on any record of theirs. */
  TakenBack takenBack(AgencyId agency, ClientId client) {
    return new TakenBack(new PartyId(agency.value()), ofPerson(agency, client));
  }

  private static StoredConsent read(ResultSet row, ConsentHappenings.Since since)
      throws SQLException {
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
                since.revocationsOf(id),
                since.eventsOf(id),
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
        since.idsOf(id));
  }

  private static Consent unsigned(ResultSet row, ConsentId id, ClientId client, ConsentForm form)
      throws SQLException {
    var rewritten = optionalInstant(row, "rewritten_at");
    if (rewritten != null) {
      return new Consent.Rewritten(id, client, form, rewritten);
    }
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
        Codes.to(ActKind.class, row.getString("signed_how")),
        instant(row, "signed_at"),
        row.getBoolean("initialled"));
  }
}
