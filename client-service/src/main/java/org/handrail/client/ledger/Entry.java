package org.handrail.client.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.client.paper.Hash;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger keeps of one decision of the door (P2-LOG-1): a release, or a denial, which
 * counts as much (P2-LOG-2).
 */
public record Entry(UUID id, Instant decidedAt, Who who, What what, Cause cause, Outcome outcome) {

  /**
   * @param person who acted on the discloser's side, or is at the client's side in their stead
   * @param standings what the recipient was before the law at that time
   * @param via the intermediary through which it went
   */
  public record Who(
      PartyId discloser,
      SubjectId person,
      PartyId recipient,
      List<String> standings,
      @Nullable PartyId via) {
    public Who {
      standings = standings.stream().sorted().toList();
    }
  }

  /**
   * @param categories what was released: none when it was denied
   * @param withheld what was asked and not released
   * @param description the same in words that tell nothing of the person
   */
  public record What(
      String purpose,
      List<String> categories,
      List<String> withheld,
      String description,
      String transport) {
    public What {
      categories = categories.stream().sorted().toList();
      withheld = withheld.stream().sorted().toList();
    }
  }

  /**
   * What gave occasion to it.
   *
   * @param step names the occasion within the referral; none when a package was asked for again
   * @param inReplyTo the disclosure that this one answers or repeats
   * @param matter what else it is about, when there is no referral: mostly what the law allows or
   *     forbids without the client's consent
   */
  public record Cause(
      @Nullable UUID referral,
      @Nullable String step,
      @Nullable UUID inReplyTo,
      @Nullable Matter matter) {
    public Cause {
      if ((referral == null) == (matter == null)) {
        throw new IllegalArgumentException("a decision is about a referral or another matter");
      }
    }

    public Cause(UUID referral, @Nullable String step, @Nullable UUID inReplyTo) {
      this(referral, step, inReplyTo, null);
    }

    /** Whether a release for this stands on the client's consent, and not on the law alone. */
    public boolean needsConsent() {
      return matter == null || matter.kind().equals(Matter.GRANT_REPORT);
    }

    public static Cause of(Matter matter) {
      return new Cause(null, null, null, matter);
    }
  }

  /**
   * A matter that is no referral.
   *
   * @param kind such as {@code emergency}
   * @param id of its own record, which was written first
   */
  public record Matter(String kind, UUID id) {
    public static final String CHILD_ABUSE_REPORT = "child-abuse-report";

    /** Reports of a grant for its funder; they stand on consent. */
    public static final String GRANT_REPORT = "grant-report";
  }

  /**
   * Whether the client reads of it like of everything else. Of a report the agency tells them, when
   * that puts nobody in danger (P2-RPT-1).
   */
  public boolean isShownToTheClient() {
    return cause.matter() == null || !cause.matter().kind().equals(Matter.CHILD_ABUSE_REPORT);
  }

  /** What the door decided. */
  public sealed interface Outcome {
    /**
     * @param basis the consent, or the section of the law
     * @param notice the version of the notice that went along (P2-NOT-3)
     * @param redisclosure what the recipient may pass on
     * @param content the hash of what was released, with its notice and scope
     */
    record Released(String basis, String notice, String redisclosure, Hash content)
        implements Outcome {
      public Released {
        if (basis.isBlank() || notice.isBlank() || redisclosure.isBlank()) {
          throw new IllegalArgumentException(
              "a release has a basis, a notice and a rule for passing it on");
        }
      }
    }

    record Denied(String code) implements Outcome {}
  }

  public boolean isRelease() {
    return outcome instanceof Outcome.Released;
  }
}
