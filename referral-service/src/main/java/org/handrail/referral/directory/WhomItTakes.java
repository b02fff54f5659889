package org.handrail.referral.directory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a service takes, as far as the directory says.
 *
 * @param facets as in {@code for:women}, {@code moud:none}; others among them say nothing of it
 * @param minimumAge in years; absent when it says nothing
 * @param maximumAge in years; absent when it says nothing
 */
public record WhomItTakes(
    Set<String> facets, @Nullable Double minimumAge, @Nullable Double maximumAge) {}
