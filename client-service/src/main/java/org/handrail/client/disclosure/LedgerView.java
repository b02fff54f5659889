package org.handrail.client.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the ledger, denials included, as the client and those at their side see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LedgerView(
    UUID id,
    Instant at,
    String outcome,
    @Nullable String code,
    String discloser,
    String disclosedBy,
    String recipient,
    List<String> recipientStandings,
    @Nullable String via,
    String purpose,
    List<String> categories,
    List<String> withheld,
    String description,
    String transport,
    @Nullable UUID referralId,
    @Nullable String step,
    @Nullable UUID inReplyTo,
    @Nullable String matter,
    @Nullable UUID matterId,
    @Nullable String basis,
    @Nullable String noticeVersion,
    @Nullable String redisclosure) {}
