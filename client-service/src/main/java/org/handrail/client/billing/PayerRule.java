package org.handrail.client.billing;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.handrail.client.encounter.Kind;
import org.handrail.client.encounter.Mode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one payer pays for, and how it counts.
 *
 * @param until the last day on which it holds; none while it does
 * @param zone in which the payer's days begin
 * @param groupModifier what stands on a claim for part of a group
 * @param dayCap units of a client in a day, at most
 * @param groupMax people in a group, at most
 * @param kinds what is paid for; outreach, travel, company and going along to meetings are not
 * @param awaits what else the claim needs, from others than a peer
 */
record PayerRule(
    String payer,
    LocalDate from,
    @Nullable LocalDate until,
    ZoneId zone,
    String procedure,
    @DefaultValue List<String> modifiers,
    String groupModifier,
    Duration unit,
    Rounding rounding,
    int dayCap,
    int groupMax,
    Set<Kind> kinds,
    Set<Mode> modes,
    boolean needsSignOff,
    @DefaultValue List<String> awaits) {

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }
}
