package org.handrail.referral.choice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.referral.directory.Seeker;
import org.jspecify.annotations.Nullable;

/**
 * What the client wants to be looked for. Compared with what the directory says and not kept.
 *
 * @param age in years
 * @param eligible what else is said of the client, in the words of a search: {@code women}, {@code
 *     moud:methadone}
 * @param language code, such as {@code es}
 * @param services that the client asked for by name, of those that are presented: these may be for
 *     something else than the need
 */
record Wishes(
    @Min(0) @Max(130) @Nullable Integer age,
    @Size(max = 10)
        @Nullable List<@NotNull @Pattern(regexp = Seeker.GROUP_OR_MEDICATION) String> eligible,
    @Pattern(regexp = "[a-z]{2,3}") @Nullable String language,
    @Size(max = 50) @Nullable List<@NotNull UUID> services) {
  static final Wishes NONE = new Wishes(null, null, null, null);

  /** The client, as far as their age goes. */
  Seeker ofAge() {
    return new Seeker(age, Set.of(), Set.of());
  }

  /** The client, as far as anything else was said of them. */
  Seeker ofWhatElseWasSaid() {
    return Seeker.of(eligible == null ? List.of() : eligible).orElseThrow();
  }

  List<UUID> named() {
    return services == null ? List.of() : services;
  }

  boolean names(UUID serviceId) {
    return named().contains(serviceId);
  }
}
