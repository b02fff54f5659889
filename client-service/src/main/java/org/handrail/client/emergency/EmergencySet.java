package org.handrail.client.emergency;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.handrail.client.client.Client;
import org.jspecify.annotations.Nullable;

/**
 * The minimum that medical personnel learn in an emergency, and its allow-list: there is no other
 * field (P2-EMG-1). Nothing of the plan, the encounters or anybody's notes is among them.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EmergencySet(
    String name,
    @Nullable LocalDate dateOfBirth,
    List<String> medications,
    List<String> allergies,
    @Nullable String overdose,
    @Nullable String naloxone,
    EmergencyCard.@Nullable Contact emergencyContact) {

  static EmergencySet of(Client.Account account, EmergencyCard card) {
    return new EmergencySet(
        account.legalName() == null ? account.nameToUse() : account.legalName(),
        account.dateOfBirth(),
        card.medications(),
        card.allergies(),
        card.overdose(),
        card.naloxone(),
        card.contact());
  }
}
