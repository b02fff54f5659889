package org.handrail.client.emergency;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.handrail.client.client.Client;
import org.handrail.client.emergency.EmergencyCards.OnFile;
import org.jspecify.annotations.Nullable;

/**
 * The minimum that medical personnel learn in an emergency, and its allow-list: there is no other
 * field (P2-EMG-1). Nothing of the plan, the encounters or anybody's notes is among them.
 *
 * @param allergies all that the person ever told on a card that is still in force, of whichever of
 *     their records: one too many does less harm than one that nobody hears of
 * @param saidAt when the person said what stands here, if they filled in a card
 * @param otherCards what else they said on another record of theirs, the latest first; each with
 *     its own day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EmergencySet(
    String name,
    @Nullable LocalDate dateOfBirth,
    List<String> medications,
    List<String> allergies,
    @Nullable String overdose,
    @Nullable String naloxone,
    EmergencyCard.@Nullable Contact emergencyContact,
    @Nullable Instant saidAt,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OtherCard> otherCards) {

  /** A card of another record of the person. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OtherCard(
      @Nullable Instant saidAt,
      List<String> medications,
      List<String> allergies,
      @Nullable String overdose,
      @Nullable String naloxone,
      EmergencyCard.@Nullable Contact emergencyContact) {

    static OtherCard of(OnFile told) {
      var card = told.card();
      return new OtherCard(
          told.saidAt(),
          card.medications(),
          card.allergies(),
          card.overdose(),
          card.naloxone(),
          card.contact());
    }
  }

  /**
   * @param told the cards of the person's records, the latest first
   */
  static EmergencySet of(Client.Account account, List<OnFile> told) {
    var newest = told.isEmpty() ? OnFile.NONE : told.getFirst();
    var card = newest.card();
    return new EmergencySet(
        account.legalName() == null ? account.nameToUse() : account.legalName(),
        account.dateOfBirth(),
        card.medications(),
        allergies(told.stream().map(OnFile::card)),
        card.overdose(),
        card.naloxone(),
        card.contact(),
        newest.saidAt(),
        told.stream()
            .skip(1)
            .filter(
                other -> !other.card().equals(card) && !other.card().equals(EmergencyCard.EMPTY))
            .map(OtherCard::of)
            .toList());
  }

  private static List<String> allergies(Stream<EmergencyCard> cards) {
    return cards.flatMap(card -> card.allergies().stream()).distinct().toList();
  }
}
