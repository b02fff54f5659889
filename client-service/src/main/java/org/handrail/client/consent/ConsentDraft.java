package org.handrail.client.consent;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handrail.client.party.PartyId;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A consent as it is written down. It may lack anything but the client: what is missing is named
 * when it is signed.
 *
 * @param replaces a consent of the same client: a draft gives way at once, what is signed when this
 *     one is signed
 */
record ConsentDraft(
    @NotNull UUID clientId,
    @Size(max = 200) @Nullable String patientName,
    @Size(max = 50) @Nullable List<@NotNull @Pattern(regexp = PARTY) String> disclosers,
    @Valid @Nullable To recipients,
    @Size(max = 10) @Nullable List<@NotNull Purpose> purposes,
    @Size(max = 20) @Nullable List<@NotNull Category> categories,
    @ManyLines @Size(max = 2000) @Nullable String description,
    @Valid @Nullable End expires,
    @Valid @Nullable TakingBack revocation,
    @Nullable Told statements,
    @Size(max = 300) @Nullable String irrevocableUntil,
    @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") @Nullable String language,
    @Nullable UUID replaces) {

  static final String PARTY = "[a-z0-9][a-z0-9-]{0,63}";
  private static final String TREATING = "treating";

  /** Either names, or a class of persons, or members of an intermediary by name or by class. */
  record To(
      @Size(max = 50) @Nullable List<@NotNull @Pattern(regexp = PARTY) String> named,
      @Pattern(regexp = PARTY) @Nullable String intermediary,
      @Size(max = 50) @Nullable List<@NotNull @Pattern(regexp = PARTY) String> members,
      @JsonProperty("class") @Size(max = 300) @Nullable String group) {}

  /**
   * Exactly one of them, if any.
   *
   * @param at the instant from which on the consent holds no more
   * @param on the last day on which it holds, as the agency's days go
   */
  record End(
      @Nullable Instant at,
      @Nullable LocalDate on,
      @Size(max = 300) @Nullable String event,
      @Nullable Boolean none) {}

  record TakingBack(
      @ManyLines @Size(max = 2000) @Nullable String statement,
      @ManyLines @Size(max = 2000) @Nullable String method) {}

  record Told(
      @Nullable Boolean hipaaRedisclosure,
      @Nullable Boolean redisclosureRisk,
      @Nullable Boolean refusalConsequences,
      @Nullable Boolean fundraisingOptOut) {}

  /**
   * What the paper says.
   *
   * @param zone in which its last day is a day
   */
  ConsentForm form(ZoneId zone) {
    return new ConsentForm(
        text(patientName),
        parties(disclosers),
        recipients == null ? new Recipients.Named(Set.of()) : to(recipients),
        purposes == null ? Set.of() : Set.copyOf(purposes),
        categories == null ? Set.of() : Set.copyOf(categories),
        text(description),
        expires == null ? new Expiry.Unstated() : end(expires, zone),
        revocation == null
            ? new ConsentForm.RevocationTerms("", "")
            : new ConsentForm.RevocationTerms(
                text(revocation.statement()), text(revocation.method())),
        statements == null
            ? new ConsentForm.Statements(false, false, false, false)
            : new ConsentForm.Statements(
                yes(statements.hipaaRedisclosure()),
                yes(statements.redisclosureRisk()),
                yes(statements.refusalConsequences()),
                yes(statements.fundraisingOptOut())),
        irrevocableUntil == null || Words.areMissing(irrevocableUntil) ? null : irrevocableUntil);
  }

  private static Recipients to(To to) {
    if (Stream.of(to.named(), to.members(), to.group()).filter(Objects::nonNull).count() > 1
        || (to.intermediary() == null ? to.members() != null : to.named() != null)) {
      throw contradictory("/recipients");
    }
    if (to.intermediary() == null) {
      return to.group() == null
          ? new Recipients.Named(parties(to.named()))
          : new Recipients.OfClass(to.group());
    }
    return new Recipients.Through(
        new PartyId(to.intermediary()),
        to.group() == null
            ? new Recipients.Participants.Members(parties(to.members()))
            : to.group().equals(TREATING)
                ? new Recipients.Participants.TreatingProviders()
                : new Recipients.Participants.OtherClass(to.group()));
  }

  private static Expiry end(End end, ZoneId zone) {
    var none = yes(end.none());
    if (Stream.of(end.at(), end.on(), end.event(), none ? true : null)
            .filter(Objects::nonNull)
            .count()
        > 1) {
      throw contradictory("/expires");
    }
    if (end.at() != null) {
      return new Expiry.At(end.at());
    }
    if (end.on() != null) {
      return Expiry.At.endOf(end.on(), zone);
    }
    return end.event() != null
        ? new Expiry.OnEvent(end.event())
        : none ? new Expiry.Never() : new Expiry.Unstated();
  }

  private static Refusal contradictory(String pointer) {
    return Refusal.of(
        Problem.of(Problems.INVALID)
            .error(pointer, "contradictory", "Only one of these can hold."));
  }

  private static Set<PartyId> parties(@Nullable List<String> ids) {
    return ids == null
        ? Set.of()
        : ids.stream().map(PartyId::new).collect(Collectors.toUnmodifiableSet());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static boolean yes(@Nullable Boolean said) {
    return said != null && said;
  }
}
