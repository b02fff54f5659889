package org.handrail.client.disclosure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.client.client.ClientId;
import org.handrail.client.consent.Category;
import org.handrail.client.consent.Purpose;
import org.handrail.client.consent.ReleaseRequest;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What the door is asked. (referral, recipient, step) is its key: a repeat is the same question.
 *
 * @param clientId the discloser's own client; or else
 * @param inReplyTo the disclosure that this one answers, for a discloser who knows the client only
 *     through it
 */
record DoorRequest(
    @NotNull UUID referralId,
    @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}") String step,
    @Nullable UUID clientId,
    @Nullable UUID inReplyTo,
    @NotNull @Pattern(regexp = PARTY) String discloser,
    @NotNull @Pattern(regexp = PARTY) String recipient,
    @NotNull Purpose purpose,
    @NotEmpty @Size(max = 20) List<@NotNull Category> required,
    @Size(max = 20) @Nullable List<@NotNull Category> optional,
    @NotNull OnBehalfOf onBehalfOf,
    @Valid @Nullable Content content) {

  private static final String PARTY = "[a-z0-9][a-z0-9-]{0,62}";

  /** Refuses questions that contradict themselves, and content that was not asked to go. */
  DoorRequest checked() {
    if ((clientId == null) == (inReplyTo == null)) {
      throw invalid(
          "/clientId",
          "contradictory",
          "Name either the client or the disclosure that is answered.");
    }
    var brought = contentOrNone();
    check(Category.REFERRAL, brought.referral());
    check(Category.REFERRAL_STATUS, brought.referralStatus());
    ReleaseRequest.requireAnother(discloser, recipient);
    ReleaseRequest.requireReleasable(required);
    return this;
  }

  private void check(Category category, @Nullable Object brought) {
    var pointer = "/content/" + category.code();
    if (brought != null && !all().contains(category)) {
      throw invalid(pointer, "not-asked", "This was not asked to go.");
    }
    if (brought == null && required.contains(category)) {
      throw invalid(pointer, "missing", "What is required must be brought along.");
    }
  }

  private static Refusal invalid(String pointer, String code, String detail) {
    return Refusal.of(Problem.of(Problems.INVALID).error(pointer, code, detail));
  }

  Content contentOrNone() {
    return content == null ? Content.NONE : content;
  }

  Set<Category> all() {
    var all = new HashSet<>(required);
    if (optional != null) {
      all.addAll(optional);
    }
    return all;
  }

  ReleaseRequest about(ClientId client) {
    return new ReleaseRequest(
        client,
        new PartyId(discloser),
        new PartyId(recipient),
        purpose,
        new HashSet<>(required),
        optional == null ? Set.of() : new HashSet<>(optional));
  }

  /** Whether the person acts for the agency that would disclose. */
  boolean isOfTheDiscloser() {
    return onBehalfOf.agency().value().equals(discloser);
  }

  Stream<Category> canBeBuilt() {
    var brought = contentOrNone();
    return all().stream()
        .filter(Category::goesWithReferrals)
        .filter(category -> category != Category.REFERRAL || brought.referral() != null)
        .filter(
            category -> category != Category.REFERRAL_STATUS || brought.referralStatus() != null);
  }
}
