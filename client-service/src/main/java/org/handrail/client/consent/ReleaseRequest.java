package org.handrail.client.consent;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.handrail.client.client.ClientId;
import org.handrail.client.ledger.Link;
import org.handrail.client.party.PartyId;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;

/**
 * What somebody asks to let go.
 *
 * @param required without any one of these nothing goes
 * @param optional these go if the consent covers them
 */
public record ReleaseRequest(
    ClientId client,
    PartyId discloser,
    PartyId recipient,
    Purpose purpose,
    Set<Category> required,
    Set<Category> optional) {
  public ReleaseRequest {
    required = Set.copyOf(required);
    optional = Set.copyOf(optional);
  }

  /** The question that a release once answered, with nothing in it optional any more. */
  public static ReleaseRequest sameAsOnce(Link release) {
    return sameAsOnce(release, release.entry().what().categories());
  }

  /** As the other, of what was released only those categories. */
  static ReleaseRequest sameAsOnce(Link release, Collection<String> categories) {
    var what = release.entry().what();
    var who = release.entry().who();
    return new ReleaseRequest(
        release.client(),
        who.discloser(),
        who.recipient(),
        Purpose.of(what.purpose()).orElseThrow(),
        categories.stream()
            .map(code -> Category.of(code).orElseThrow())
            .collect(toUnmodifiableSet()),
        Set.of());
  }

  /**
   * Refuses ({@code invalid}) what is about an agency's telling itself: what stays within it is no
   * disclosure (42 CFR 2.12(c)(3)).
   */
  public static void requireAnother(String discloser, String recipient) {
    if (recipient.equals(discloser)) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error("/recipient", "is-the-discloser", "Nobody discloses anything to themselves."));
    }
  }

  /**
   * Refuses ({@code invalid}) to ask for what could never go: a required category that the door
   * does not release.
   */
  public static void requireReleasable(List<Category> required) {
    for (int i = 0; i < required.size(); i++) {
      if (!required.get(i).goesWithReferrals()) {
        throw Refusal.of(
            Problem.of(Problems.INVALID)
                .error(
                    "/required/" + i,
                    "not-released-here",
                    "The door has no allow-list for this category."));
      }
    }
  }
}
