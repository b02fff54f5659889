package org.handrail.referral.choice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.platform.act.RecordedAct;
import org.jspecify.annotations.Nullable;

/**
 * The services that were presented to a client for one need, and the one that they chose.
 *
 * @param barrier that they are to take out of the client's way, if there is one
 * @param version 0 when presented, 1 when chosen
 */
record OptionSet(
    UUID id,
    UUID clientId,
    String need,
    @Nullable Barrier barrier,
    List<Presented> services,
    Instant presentedAt,
    @Nullable Choice choice,
    long version) {

  /** A service under the names that the client was told. */
  record Presented(UUID serviceId, String name, String organization) {}

  /**
   * The client's choice.
   *
   * @param next where they would go otherwise, in their own order
   */
  record Choice(UUID serviceId, List<UUID> next, RecordedAct act) {
    Choice {
      next = List.copyOf(next);
    }

    /** All that they chose, the first choice first. */
    List<UUID> ranked() {
      return Stream.concat(Stream.of(serviceId), next.stream()).toList();
    }
  }

  /**
   * The act, by which the client answers these options.
   *
   * @throws org.handrail.platform.problem.Refusal {@code invalid} with {@code before-options} when
   *     it was before they were presented
   */
  RecordedAct answeredBy(RecordedAct act) {
    return act.notBefore(presentedAt, "before-options", "They had not seen these options then.");
  }

  boolean presents(UUID serviceId) {
    return serviceIds().contains(serviceId);
  }

  List<UUID> serviceIds() {
    return services.stream().map(Presented::serviceId).toList();
  }
}
