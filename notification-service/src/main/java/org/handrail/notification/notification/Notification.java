package org.handrail.notification.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * News for somebody, as they see it.
 *
 * @param position in the order of the agency; for this service only
 * @param readAt when this reader said that they have read it
 */
public record Notification(UUID id, long position, News news, @Nullable Instant readAt) {}
