package org.handrail.client.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.client.party.PartyId;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A consent as the client and those at their side see it.
 *
 * @param status as the door holds it: {@code revoked} once nobody is told anything under it any
 *     more, by whichever consent of the person that was said
 * @param barred of one that is active: each party that is told nothing under it any more, since the
 *     client took them back by this or another consent; absent when there is none
 * @param lacking of a draft: each element of 42 CFR 2.31(a) that the paper lacks, so that nobody is
 *     asked to sign what cannot come into force; absent when nothing is lacking
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentView(
    UUID id,
    UUID clientId,
    String status,
    String patientName,
    List<String> disclosers,
    To recipients,
    List<Purpose> purposes,
    List<Category> categories,
    String description,
    End expires,
    ConsentForm.RevocationTerms revocation,
    ConsentForm.Statements statements,
    @Nullable String irrevocableUntil,
    String language,
    @Nullable UUID replaces,
    @Nullable Signed signature,
    List<Revoked> revocations,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> barred,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Problem.Fault> lacking,
    Instant draftedAt,
    String draftedBy,
    long version) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record To(
      @Nullable List<String> named,
      @Nullable String intermediary,
      @Nullable List<String> members,
      @JsonProperty("class") @Nullable String group) {

    static To of(Recipients recipients) {
      return switch (recipients) {
        case Recipients.Named(var parties) -> new To(ids(parties), null, null, null);
        case Recipients.OfClass(var phrase) -> new To(null, null, null, phrase);
        case Recipients.Through(var hub, Recipients.Participants.Members(var parties)) ->
            new To(null, hub.value(), ids(parties), null);
        case Recipients.Through(var hub, Recipients.Participants.TreatingProviders _) ->
            new To(null, hub.value(), null, "treating");
        case Recipients.Through(var hub, Recipients.Participants.OtherClass(var phrase)) ->
            new To(null, hub.value(), null, phrase);
      };
    }
  }

  /**
   * When the consent ends.
   *
   * @param at the instant from which on it holds no more
   * @param on beside {@code at}: the last day on which it holds, where it ends when a day of the
   *     agency ends
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record End(
      @Nullable Instant at,
      @Nullable LocalDate on,
      @Nullable String event,
      @Nullable Boolean none) {
    static End of(Expiry expiry, ZoneId zone) {
      return switch (expiry) {
        case Expiry.At at -> new End(at.instant(), at.lastDay(zone).orElse(null), null, null);
        case Expiry.OnEvent(var event) -> new End(null, null, event, null);
        case Expiry.Never _ -> new End(null, null, null, true);
        case Expiry.Unstated _ -> new End(null, null, null, null);
      };
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Signed(
      String signer,
      @Nullable String authority,
      Instant at,
      boolean initialled,
      String recordedBy,
      String template,
      String documentHash) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Revoked(Instant at, String extent, @Nullable String recipient) {
    static Revoked of(Revocation revocation) {
      return new Revoked(
          revocation.at(),
          revocation.extent().code(),
          revocation.extent().party().map(PartyId::value).orElse(null));
    }
  }

  static ConsentView of(
      StoredConsent stored,
      Consent.Status status,
      Set<PartyId> barred,
      Set<Deficiency> lacking,
      ZoneId zone) {
    var consent = stored.consent();
    var form = consent.form();
    return new ConsentView(
        consent.id().value(),
        consent.client().value(),
        status.code(),
        form.patientName(),
        ids(form.disclosers()),
        To.of(form.recipients()),
        form.purposes().stream().sorted().toList(),
        form.categories().stream().sorted().toList(),
        form.description(),
        End.of(form.expiry(), zone),
        form.revocation(),
        form.statements(),
        form.irrevocableUntil(),
        stored.language(),
        stored.replaces() == null ? null : stored.replaces().value(),
        signed(stored),
        consent instanceof Consent.Signed signed
            ? signed.revocations().stream().map(Revoked::of).toList()
            : List.of(),
        ids(barred),
        lacking.stream().map(Deficiency::fault).toList(),
        stored.draftedAt(),
        stored.draftedBy().value(),
        stored.version());
  }

  private static @Nullable Signed signed(StoredConsent stored) {
    var record = stored.signed();
    if (record == null || !(stored.consent() instanceof Consent.Signed consent)) {
      return null;
    }
    var signer = consent.signature().signer();
    return new Signed(
        signer.code(),
        signer.authority(),
        consent.signature().at(),
        consent.signature().initialled(),
        record.recordedBy().value(),
        record.template(),
        record.documentHash());
  }

  private static List<String> ids(Set<PartyId> parties) {
    return parties.stream().map(PartyId::value).sorted().toList();
  }
}
