package org.handrail.referral.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.handrail.platform.act.ActForm;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking how it goes.
 *
 * @param said the client's own words; there only if they want them kept
 */
public record FollowUpDone(@NotNull FollowUpTask.Outcome outcome, @Valid @Nullable ActForm said) {}
