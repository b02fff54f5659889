package org.handrail.referral.referral;

import java.util.UUID;
import org.handrail.platform.caller.AgencyId;

/**
 * An answer of the receiver came through the door. Told to other features in the transaction, and
 * as the agency, in which the requester's people are told of it.
 */
public record AnswerReleased(UUID referralId, AgencyId requester) {}
