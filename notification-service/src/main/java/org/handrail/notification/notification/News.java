package org.handrail.notification.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * What is to be known.
 *
 * @param code what happened, such as {@code referral-delivered}
 * @param subjectKind what it happened to, such as {@code referral}
 * @param at when it happened
 */
public record News(String code, String subjectKind, UUID subjectId, Instant at) {}
