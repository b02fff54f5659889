package org.handrail.client.emergency;

import java.time.Instant;
import java.util.UUID;
import org.handrail.client.consent.DenialCode;
import org.handrail.client.consent.MedicalEmergency;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.SubjectId;

/** An access that was refused, as it was asked for, before anybody looked whom it is about. */
record RefusedEmergency(
    UUID id,
    Sought whom,
    PartyId recipient,
    MedicalEmergency emergency,
    DenialCode denial,
    Instant requestedAt,
    SubjectId requestedBy) {}
