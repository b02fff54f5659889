package org.handrail.referral.referral.door;

import org.jspecify.annotations.Nullable;

/** Where identifying data leaves an agency, and nowhere else: client-service's disclosures. */
public interface Door {
  /** Asks for one release. Never within a transaction. The same question gets the same answer. */
  Verdict ask(Question question);

  /**
   * Whether the receiver's answers would be released to the requester at present; null when that
   * cannot be learnt now.
   */
  default @Nullable Boolean wayBack(WayBack question) {
    WayBack.Answer answer = askWayBack(question);
    return answer == null ? null : answer.open();
  }

  /**
   * As the other, with all that was asked: what the receiver would be told of the need, and whether
   * the sending would go.
   */
  WayBack.@Nullable Answer askWayBack(WayBack question);
}
