package org.handrail.referral.referral.lifecycle;

import org.jspecify.annotations.Nullable;

/** Where a referral stands for the one who looks at it. A draft has no business status yet. */
public record Standing(TaskStatus status, @Nullable BusinessStatus businessStatus) {
  public static final Standing DRAFT = new Standing(TaskStatus.DRAFT, null);
  public static final Standing AWAITING_DISCLOSURE =
      new Standing(TaskStatus.REQUESTED, BusinessStatus.AWAITING_DISCLOSURE);
}
