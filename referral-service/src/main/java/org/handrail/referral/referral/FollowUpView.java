package org.handrail.referral.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.handrail.platform.act.ActView;
import org.jspecify.annotations.Nullable;

/** A task of asking how it goes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FollowUpView(
    FollowUpTask.Since since,
    int day,
    Instant dueAt,
    FollowUpTask.@Nullable Outcome outcome,
    @Nullable ActView said,
    @Nullable Instant doneAt) {

  public static FollowUpView of(FollowUpTask task) {
    return new FollowUpView(
        task.since(),
        task.day(),
        task.dueAt(),
        task.outcome(),
        ActView.ofNullable(task.said()),
        task.doneAt());
  }
}
