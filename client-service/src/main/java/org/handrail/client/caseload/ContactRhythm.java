package org.handrail.client.caseload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.handrail.platform.act.ActView;
import org.jspecify.annotations.Nullable;

/**
 * How often a client wants contact.
 *
 * @param cadence without, they have not said yet
 * @param act by which they chose it
 * @param choices what can be chosen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContactRhythm(
    @Nullable String cadence,
    @Nullable Instant setAt,
    @Nullable ActView act,
    List<String> choices) {}
