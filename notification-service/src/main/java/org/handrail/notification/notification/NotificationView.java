package org.handrail.notification.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notification as its reader gets it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationView(
    UUID id,
    String code,
    String subjectKind,
    UUID subjectId,
    Instant at,
    @Nullable Instant readAt) {

  public static NotificationView of(Notification notification) {
    var news = notification.news();
    return new NotificationView(
        notification.id(),
        news.code(),
        news.subjectKind(),
        news.subjectId(),
        news.at(),
        notification.readAt());
  }
}
