package org.handrail.client.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.act.ActView;
import org.jspecify.annotations.Nullable;

/**
 * A part of a report as it was filled in or refused; the latest of its point and number counts.
 *
 * @param on when it was done, at the agency
 * @param edition of the form
 * @param sections answers by the codes of sections and items
 * @param act the client's, by which they filled their own part in or refused it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportedPart(
    UUID id,
    Grants.Point point,
    int number,
    Forms.Part part,
    PartForm.Outcome outcome,
    LocalDate on,
    String edition,
    Map<String, Map<String, String>> sections,
    @Nullable ActView act,
    String recordedBy,
    Instant recordedAt) {}
