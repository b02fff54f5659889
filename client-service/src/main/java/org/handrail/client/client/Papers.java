package org.handrail.client.client;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.paper.Hash;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What must be on paper before an enrolment is active: the notice of 42 CFR 2.22 and the
 * peer-support agreement.
 */
@Repository
class Papers {
  private final JdbcClient jdbc;

  Papers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In what form the notice was given. */
  enum Medium {
    PAPER,
    ELECTRONIC,
    READ_ALOUD
  }

  /**
   * What the client read.
   *
   * @param language where it was said
   * @param text its words, where the language was said
   */
  record Given(String version, @Nullable String language, @Nullable Hash text) {
    private Map<String, @Nullable String> parameters() {
      var parameters = new HashMap<String, @Nullable String>();
      parameters.put("version", version);
      parameters.put("language", language);
      parameters.put("textHash", text == null ? null : text.hex());
      return parameters;
    }
  }

  /**
   * The latest notice that the client was given (P2-NPP-1).
   *
   * @param textHash by which its words are read at {@code /api/handouts/texts/}; absent where they
   *     were not kept
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Notice(
      String version,
      String language,
      @Nullable String textHash,
      String medium,
      Instant givenAt,
      String givenBy) {}

  /**
   * The latest agreement that both sides signed and neither ended.
   *
   * @param textHash as of a {@link Notice}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Agreement(
      String version, @Nullable String textHash, Instant clientSignedAt, String specialist) {}

  UUID addNotice(AgencyId agency, ClientId client, Given given, Medium medium, RecordedAct act) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into notice_given (agency, id, client_id, version, language, text_hash, medium, given_at, given_by, act_kind,
              act_words, recorded_at)
            values (:agency, :id, :client, :version, :language, :textHash, :medium, :at, :by, :kind, :words, :recordedAt)
            """)
        .param("agency", agency.value())
        .param("id", id)
        .param("client", client.value())
        .params(given.parameters())
        .param("medium", Codes.of(medium))
        .param("at", utc(act.at()))
        .param("by", act.recordedBy().value())
        .param("kind", Codes.of(act.kind()))
        .param("words", act.words())
        .param("recordedAt", utc(act.recordedAt()))
        .update();
    return id;
  }

  UUID addAgreement(AgencyId agency, ClientId client, Given given, RecordedAct act) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into agreement (agency, id, client_id, version, language, text_hash, client_signed_at, specialist,
              act_kind, act_words, recorded_at)
            values (:agency, :id, :client, :version, :language, :textHash, :at, :by, :kind, :words, :recordedAt)
            """)
        .param("agency", agency.value())
        .param("id", id)
        .param("client", client.value())
        .params(given.parameters())
        .param("at", utc(act.at()))
        .param("by", act.recordedBy().value())
        .param("kind", Codes.of(act.kind()))
        .param("words", act.words())
        .param("recordedAt", utc(act.recordedAt()))
        .update();
    return id;
  }

  /** By that act of the client or, without one, by the specialist. */
  void endAgreements(
      AgencyId agency, ClientId client, SubjectId by, @Nullable RecordedAct act, Instant at) {
    jdbc.sql(
            """
            insert into agreement_end (agency, agreement_id, side, ended_at, ended_by, act_kind, act_at, act_words,
              act_recorded_by, act_recorded_at)
            select a.agency, a.id, :side, :at, :by, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt
            from agreement a where a.agency = :agency and a.client_id = :client
              and not exists (select from agreement_end e where e.agency = a.agency and e.agreement_id = a.id)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("client", client.value())
        .param("side", act == null ? "specialist" : "client")
        .param("at", utc(at))
        .param("by", by.value())
        .update();
  }

  /** When either side ended an agreement last. */
  Optional<Instant> lastEnd(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select coalesce(e.act_at, e.ended_at) as at from agreement_end e
            join agreement a on a.agency = e.agency and a.id = e.agreement_id
            where a.agency = :agency and a.client_id = :client order by at desc limit 1
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query((row, _) -> instant(row, "at"))
        .optional();
  }

  UUID addDeferral(AgencyId agency, ClientId client, Instant remindAt, SubjectId by, Instant at) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into notice_deferral (agency, id, client_id, reason, remind_at, deferred_at, deferred_by)
            values (:agency, :id, :client, 'capacity', :remindAt, :at, :by)
            """)
        .param("agency", agency.value())
        .param("id", id)
        .param("client", client.value())
        .param("remindAt", utc(remindAt))
        .param("at", utc(at))
        .param("by", by.value())
        .update();
    return id;
  }

  /**
   * Whether the notice still waits for somebody, who was given it on none of their records and is
   * there: they neither died nor left since it was deferred.
   */
  boolean isNoticeAwaited(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select not exists (select from notice_given n
                where n.agency = :agency and n.client_id in (select records_of_person(:agency, :client)))
              and is_there(:agency, :client, (select max(d.deferred_at) from notice_deferral d
                where d.agency = :agency and d.client_id in (select records_of_person(:agency, :client))))
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query(Boolean.class)
        .single();
  }

  Optional<Notice> notice(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select version, language, text_hash, medium, given_at, given_by from notice_given
            where agency = :agency and client_id = :client order by given_at desc, recorded_at desc limit 1
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query(
            (row, _) ->
                new Notice(
                    row.getString("version"),
                    row.getString("language"),
                    row.getString("text_hash"),
                    row.getString("medium"),
                    instant(row, "given_at"),
                    row.getString("given_by")))
        .optional();
  }

  Optional<Agreement> agreement(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select version, text_hash, client_signed_at, specialist from agreement
            where agency = :agency and client_id = :client
              and not exists (select from agreement_end e where e.agency = agreement.agency and e.agreement_id = agreement.id)
            order by client_signed_at desc, recorded_at desc limit 1
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query(
            (row, _) ->
                new Agreement(
                    row.getString("version"),
                    row.getString("text_hash"),
                    instant(row, "client_signed_at"),
                    row.getString("specialist")))
        .optional();
  }
}
