package org.handrail.client.reporting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.handrail.platform.act.ActForm;
import org.jspecify.annotations.Nullable;

/**
 * A part of a report, filled in or refused.
 *
 * @param number of the reports of that kind
 * @param sections answers by the codes of sections and items
 * @param act the client's, by which they filled their own part in or refused it
 */
record PartForm(
    @NotNull Grants.Point point,
    @Min(1) int number,
    @NotNull Forms.Part part,
    @NotNull Outcome outcome,
    @NotNull LocalDate on,
    @Size(max = 20)
        @Nullable
            Map<@NotNull String, @NotNull Map<@NotNull String, @NotNull @Size(max = 500) String>>
            sections,
    @Valid @Nullable ActForm act) {

  /** What came of it. */
  enum Outcome {
    COMPLETED,
    REFUSED
  }

  Map<String, Map<String, String>> answers() {
    return sections == null ? Map.of() : sections;
  }
}
