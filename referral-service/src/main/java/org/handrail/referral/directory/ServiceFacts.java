package org.handrail.referral.directory;

import java.util.List;

/**
 * What the directory says of a service to whoever looks for one.
 *
 * @param languages codes, such as {@code es}, or names where it has no code; empty when it says
 *     nothing
 * @param confirmedLately whether what it says was confirmed so lately that it may be believed
 *     ({@code DIR-1}); unknown when nobody ever did
 */
public record ServiceFacts(WhomItTakes takes, List<String> languages, Fit confirmedLately) {}
