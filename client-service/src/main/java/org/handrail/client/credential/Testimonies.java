package org.handrail.client.credential;

import static org.handrail.platform.sql.Columns.utc;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.handrail.client.credential.SchemeVersion.Attester;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Attestations of the code of ethics (CERT-4), and certificates of other places (CERT-5). */
@Repository
class Testimonies {
  private final JdbcClient jdbc;

  Testimonies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** That the code of ethics was attested. */
  record Attestation(
      UUID id,
      Attester attester,
      String code,
      String codeVersion,
      LocalDate attestedOn,
      String attestedBy) {}

  /** Whether one body takes another's certificate. */
  enum Answer {
    ASKED,
    GRANTED,
    REFUSED
  }

  /** A certificate of another place, and what was answered to it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reciprocity(
      UUID id,
      String fromJurisdiction,
      String fromScheme,
      String fromIssuer,
      @Nullable String number,
      Answer answer,
      LocalDate answeredOn) {}

  void add(AgencyId agency, CredentialId to, Attestation attestation, Instant at) {
    jdbc.sql(
            """
            insert into attestation (agency, id, credential_id, attester, code, code_version, attested_on, attested_by, recorded_at)
            values (:agency, :id, :credential, :attester, :code, :codeVersion, :on, :by, :at)
            """)
        .param("agency", agency.value())
        .param("id", attestation.id())
        .param("credential", to.value())
        .param("attester", Codes.of(attestation.attester()))
        .param("code", attestation.code())
        .param("codeVersion", attestation.codeVersion())
        .param("on", attestation.attestedOn())
        .param("by", attestation.attestedBy())
        .param("at", utc(at))
        .update();
  }

  void add(AgencyId agency, CredentialId to, Reciprocity reciprocity, SubjectId by, Instant at) {
    jdbc.sql(
            """
            insert into reciprocity (agency, id, credential_id, from_jurisdiction, from_scheme, from_issuer, number, answer,
              answered_on, recorded_by, recorded_at)
            values (:agency, :id, :credential, :jurisdiction, :scheme, :issuer, :number, :answer, :on, :by, :at)
            """)
        .param("agency", agency.value())
        .param("id", reciprocity.id())
        .param("credential", to.value())
        .param("jurisdiction", reciprocity.fromJurisdiction())
        .param("scheme", reciprocity.fromScheme())
        .param("issuer", reciprocity.fromIssuer())
        .param("number", reciprocity.number())
        .param("answer", Codes.of(reciprocity.answer()))
        .param("on", reciprocity.answeredOn())
        .param("by", by.value())
        .param("at", utc(at))
        .update();
  }

  /** Whether somebody of that kind attested on that day or later. */
  boolean attested(AgencyId agency, CredentialId to, Attester attester, LocalDate since) {
    return attestations(agency, to).stream()
        .anyMatch(it -> it.attester() == attester && !it.attestedOn().isBefore(since));
  }

  List<Attestation> attestations(AgencyId agency, CredentialId to) {
    return jdbc.sql(
            """
            select id, attester, code, code_version, attested_on, attested_by from attestation
            where agency = :agency and credential_id = :credential order by attested_on, recorded_at
            """)
        .param("agency", agency.value())
        .param("credential", to.value())
        .query(
            (row, _) ->
                new Attestation(
                    row.getObject("id", UUID.class),
                    Codes.to(Attester.class, row.getString("attester")),
                    row.getString("code"),
                    row.getString("code_version"),
                    row.getObject("attested_on", LocalDate.class),
                    row.getString("attested_by")))
        .list();
  }

  List<Reciprocity> reciprocities(AgencyId agency, CredentialId to) {
    return jdbc.sql(
            """
            select id, from_jurisdiction, from_scheme, from_issuer, number, answer, answered_on from reciprocity
            where agency = :agency and credential_id = :credential order by answered_on, recorded_at
            """)
        .param("agency", agency.value())
        .param("credential", to.value())
        .query(
            (row, _) ->
                new Reciprocity(
                    row.getObject("id", UUID.class),
                    row.getString("from_jurisdiction"),
                    row.getString("from_scheme"),
                    row.getString("from_issuer"),
                    row.getString("number"),
                    Codes.to(Answer.class, row.getString("answer")),
                    row.getObject("answered_on", LocalDate.class)))
        .list();
  }
}
