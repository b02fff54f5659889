package org.handrail.referral.referral.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.OnBehalfOf;
import org.jspecify.annotations.Nullable;

/**
 * What the door is asked to release. Referral, recipient and step make its key.
 *
 * @param step unique within the referral
 * @param clientId of the discloser's own record
 * @param inReplyTo the disclosure through which a receiver, who knows no client, came to know
 * @param onBehalfOf who acted, as recorded when they did; of what is no sending, if they left the
 *     client's side since, who is there now
 * @param content what this service knows of a category, by its code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Question(
    UUID referralId,
    String step,
    @Nullable UUID clientId,
    @Nullable UUID inReplyTo,
    AgencyId discloser,
    AgencyId recipient,
    String purpose,
    List<String> required,
    List<String> optional,
    OnBehalfOf onBehalfOf,
    Map<String, Map<String, Object>> content) {}
