package org.handrail.client.ownrecord;

import static org.handrail.client.ownrecord.Section.rowsOf;
import static org.handrail.client.ownrecord.Section.rowsOn;

import java.util.List;
import java.util.Map;
import org.handrail.client.access.AccessLog;

/**
 * What a copy holds, and what it does not. Every table that hangs on a client stands in one of the
 * four lists.
 */
final class Sections {
  private static final Section CO_OCCURRING =
      rowsOf("co_occurring")
          .and(
              "(:asTheClient or not exists (select from co_occurring_taken_back b"
                  + " where b.agency = t.agency and b.id = t.id))");
  private static final Section DISCLOSURE =
      rowsOf("disclosure")
          .and(
              "t.matter is distinct from 'child-abuse-report'"
                  + " and (:asTheClient or t.outcome = 'released' or t.discloser = :agency)")
          // Places and numbered steps would tell of those that are not here (P2-RPT-1).
          .without("position", "step", "previous_hash", "hash", "package_hash");
  private static final Section LOOK = rowsOf("look").and(AccessLog.SHOWN);

  /** Of which the client reads rows that not everybody else does. */
  static final List<Section> NOT_WHOLE_FOR_EVERYBODY = List.of(CO_OCCURRING, DISCLOSURE);

  private Sections() {}

  /** Everybody who hands the copy to the client reads it with them. */
  static final List<Section> OF_THE_RECORD =
      List.of(
          new Section("client", "t.id = :client", List.of()),
          rowsOf("assignment").without("by_merge", "of_open_merge"),
          rowsOf("notice_given"),
          rowsOf("notice_deferral"),
          rowsOf("agreement"),
          rowsOn("agreement", "agreement_id", "agreement_end"),
          rowsOf("sheet"),
          rowsOf("account_change"),
          rowsOf("wish_for_record"),
          rowsOf("sign_in_end"),
          rowsOf("consent"),
          rowsOn("consent", "consent_id", "consent_signature"),
          rowsOn("consent", "consent_id", "consent_revocation"),
          rowsOn("consent", "consent_id", "consent_event"),
          rowsOn("consent", "consent_id", "consent_refusal"),
          rowsOn("consent", "consent_id", "consent_rewriting"),
          rowsOf("restriction").without("original_id"),
          rowsOf("treating_relationship"),
          rowsOf("episode"),
          rowsOn("episode", "episode_id", "episode_step"),
          rowsOn("episode", "episode_id", "episode_provider"),
          rowsOf("not_now"),
          rowsOf("attempt").standing("id"),
          rowsOf("annotation")
              .and(
                  """
                  (:asTheClient or not exists (select from said_of(t.agency, t.about_kind, t.about_id) said
                    where said.kind = any (:confined::text[]) or %s or %s or %s))
                  """
                      .formatted(
                          CO_OCCURRING.isWithout("said"),
                          DISCLOSURE.isWithout("said"),
                          LOOK.isWithout("said"))),
          rowsOf("obligation"),
          rowsOn("obligation", "obligation_id", "obligation_end"),
          rowsOf("contact_letter"),
          rowsOf("supporter").without("name_to_use", "contact", "own_act_words"),
          rowsOf("emergency_card").without("contact_name", "contact_phone"),
          rowsOf("emergency_access"),
          rowsOn("emergency_access", "emergency_id", "emergency_review"),
          rowsOn("emergency_access", "emergency_id", "emergency_told"),
          rowsOf("list_request"),
          rowsOf("record_request").and("t.kind = 'own-access'"),
          rowsOf("client_load"),
          rowsOf("encounter").standing("id"),
          rowsOn("encounter", "encounter_id", "encounter_version").standing("encounter_id"),
          rowsOn("encounter", "encounter_id", "encounter_sign_off").standing("encounter_id"),
          rowsOn("encounter", "encounter_id", "group_record_wish").standing("encounter_id"),
          rowsOf("promise"),
          rowsOn("promise", "promise_id", "promise_change"),
          rowsOf("grievance"),
          rowsOn("grievance", "grievance_id", "grievance_escalation"),
          rowsOf("companion_agreement"),
          rowsOn("companion_agreement", "agreement_id", "companion_shift").standing("id"),
          rowsOn("companion_agreement", "agreement_id", "companion_leg").standing("id"),
          rowsOf("withdrawal"),
          rowsOf("grant_enrollment"),
          rowsOn("grant_enrollment", "enrollment_id", "report_part"),
          CO_OCCURRING,
          DISCLOSURE,
          LOOK);

  /** What of others but the client the privacy officers alone know. */
  static final List<Section> WITH_THE_PRIVACY_OFFICER =
      List.of(
          rowsOf("breach_person")
              .and("t.taken_back_at is null")
              .without("notice_id", "taken_back_at", "taken_back_by"),
          rowsOn("account_change", "change_id", "identity_before"));

  /** What the client told one person, or told of one: they read it by their own sign-in only. */
  static final List<Section> FOR_THE_CLIENT_ALONE =
      List.of(
          new Section("merge", "(t.merged = :client or t.surviving = :client)", List.of("open")),
          rowsOf("confidence"),
          rowsOn("co_occurring", "id", "co_occurring_taken_back"),
          rowsOf("complaint"),
          rowsOn("complaint", "complaint_id", "complaint_answer"),
          rowsOf("matching"),
          rowsOf("specialist_change"),
          rowsOf("relationship_rating"),
          rowsOf("relationship_reply"));

  /** Whether what is called so is in the client's own copy only. */
  static boolean areForTheClientAlone(String kind) {
    return FOR_THE_CLIENT_ALONE.stream().anyMatch(section -> section.name().equals(kind));
  }

  /** What no copy holds, and why. */
  static final Map<String, String> LEFT_OUT =
      Map.of(
          "chain_head", "marks-of-the-ledger",
          "confidence_taken_back", "of-others",
          "disclosure_package", "read-at-its-own-address",
          "incident_report", "made-for-proceedings",
          "access_grant", "of-others",
          "access_grant_reading", "of-others");
}
