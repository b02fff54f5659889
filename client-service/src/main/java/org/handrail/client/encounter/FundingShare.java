package org.handrail.client.encounter;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Which part of the time a funding source carries (R25).
 *
 * @param percent 1 to 100; the shares of an encounter come to 100
 */
public record FundingShare(@NotNull String source, @Min(1) @Max(100) int percent) {}
