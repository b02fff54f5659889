package org.handrail.referral.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the directory says of whom a service is for.
 *
 * @param minimumAge in years; absent when it says nothing
 * @param maximumAge in years; absent when it says nothing
 * @param languages codes, such as {@code es}; empty when it says nothing
 * @param assuredDate when somebody last said that this is right; absent when nobody did
 */
public record ServiceFacts(
    @Nullable Double minimumAge,
    @Nullable Double maximumAge,
    List<String> languages,
    @Nullable LocalDate assuredDate) {}
