package org.handrail.referral.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service of the directory as people read it.
 *
 * @param assuredDate when somebody last said that this is right; absent when nobody did
 * @param assured whether that is recent enough
 * @param phones of the service, or else of its organization
 * @param certification of a recovery residence, where its source says something of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceView(
    UUID id,
    String name,
    Organization organization,
    @Nullable String description,
    String status,
    @Nullable LocalDate assuredDate,
    Assured assured,
    @Nullable Location location,
    List<Phone> phones,
    List<Language> languages,
    List<Schedule> schedules,
    Eligibility eligibility,
    @Nullable String applicationProcess,
    @Nullable String fees,
    @Nullable String alert,
    @Nullable String url,
    List<Taxonomy> taxonomies,
    @Nullable Certification certification) {

  /** Whether what is said of it was confirmed of late ({@code DIR-1}). */
  enum Assured {
    CONFIRMED,
    /** Shown, and said to be so. */
    STALE,
    /** Neither found nor offered; the public directory still has it. */
    HIDDEN
  }

  /**
   * By whom the level of a recovery residence (NARR) is certified.
   *
   * @param until the last day of it; absent when the source does not say
   * @param ranOut whether that day is over: it is not found by its level any more
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Certification(@Nullable String by, @Nullable LocalDate until, boolean ranOut) {}

  /** Who runs it; {@code agency} is the alias of a partner of the coalition. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Organization(UUID id, String name, @Nullable String agency) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Location(@Nullable String name, @Nullable String city, @Nullable String state) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Phone(String number, @Nullable Integer extension, @Nullable String description) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Language(@Nullable String code, @Nullable String name) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Schedule(
      @Nullable String freq,
      @Nullable String byday,
      @Nullable String opensAt,
      @Nullable String closesAt,
      @Nullable String description) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Eligibility(
      @Nullable String description, @Nullable Double minimumAge, @Nullable Double maximumAge) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Taxonomy(@Nullable String taxonomy, @Nullable String code, @Nullable String name) {}
}
