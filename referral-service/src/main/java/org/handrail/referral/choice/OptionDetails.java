package org.handrail.referral.choice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handrail.platform.act.ActView;
import org.handrail.referral.capacity.Availability;
import org.handrail.referral.directory.Fit;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to an option set besides its services.
 *
 * @param order how the options were put in order, by what comes first; no fee is among it
 * @param onlyOne why there is only one, if so
 * @param options for each, in their order, why it is among them and what nobody knows
 * @param availability how old the word about places is now; of services of which nothing was said
 *     there is none
 * @param noneOfThese the client's act, if they wanted none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OptionDetails(
    List<String> order,
    @Nullable String onlyOne,
    List<OptionFit> options,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Availability.Word> availability,
    @Nullable ActView noneOfThese,
    List<SelfReferralView> selfReferrals,
    @Nullable AgreementView agreement) {

  /** An option and what the directory says of it. */
  record OptionFit(UUID serviceId, List<CriterionFit> criteria) {}

  /** One respect. */
  record CriterionFit(OptionMatch.Criterion criterion, Fit fit) {}

  /** The client's wish to go there by themselves. */
  record SelfReferralView(UUID serviceId, ActView act) {}

  /** Who agrees. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AgreementView(
      @Nullable ActView client,
      @Nullable String specialist,
      @Nullable Instant specialistAt,
      @Nullable CoalitionView coalition) {

    static AgreementView of(Agreement agreement) {
      Agreement.BySpecialist specialist = agreement.specialist();
      Agreement.Acknowledgement coalition = agreement.acknowledgement();
      return new AgreementView(
          ActView.ofNullable(agreement.client()),
          specialist == null ? null : specialist.subject().value(),
          specialist == null ? null : specialist.at(),
          coalition == null
              ? null
              : new CoalitionView(coalition.mode(), coalition.on() != null, coalition.on()));
    }
  }

  /** The coalition's part: of whom it acknowledges, it does not know. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CoalitionView(Agreement.Mode mode, boolean acknowledged, @Nullable LocalDate on) {}

  boolean acknowledged() {
    CoalitionView coalition = agreement == null ? null : agreement.coalition();
    return coalition != null && coalition.acknowledged();
  }

  static List<OptionFit> fits(OptionSet set, List<OptionMatch> matches) {
    Map<UUID, List<CriterionFit>> byService =
        matches.stream()
            .collect(
                Collectors.groupingBy(
                    OptionMatch::serviceId,
                    Collectors.mapping(
                        match -> new CriterionFit(match.criterion(), match.fit()),
                        Collectors.toList())));
    return set.services().stream()
        .map(
            service ->
                new OptionFit(
                    service.serviceId(), byService.getOrDefault(service.serviceId(), List.of())))
        .toList();
  }
}
