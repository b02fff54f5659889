package org.handrail.client.encounter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.handrail.platform.http.ManyLines;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an encounter. The client's words come first and stay as they were said (V4);
 * nothing here rates anybody.
 *
 * @param activities codes of what was done
 * @param goalId the goal of the client's plan that it was about, as plan-service knows it
 * @param language in which the two spoke (BCP 47)
 * @param interpreter whether somebody interpreted
 * @param funding who carries the time; nobody said when empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder("clientsWords")
public record Account(
    @ManyLines @Size(max = 4000) @Nullable String clientsWords,
    @NotNull Kind kind,
    @NotNull Mode mode,
    @NotNull Place place,
    @NotNull Instant startedAt,
    @NotNull Instant endedAt,
    @UniqueElements @Size(max = 20) List<@NotNull String> activities,
    @ManyLines @Size(max = 4000) @Nullable String whatWeDid,
    @Valid @Nullable Learned learned,
    @Nullable UUID goalId,
    @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") @Nullable String language,
    @Nullable Boolean interpreter,
    @Valid @Size(max = 10) List<@NotNull FundingShare> funding) {

  /** What each of the two took from it (V8). */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Learned(
      @ManyLines @Size(max = 2000) @Nullable String client,
      @ManyLines @Size(max = 2000) @Nullable String specialist) {}

  public Account {
    activities = unlessNull(activities);
    funding = unlessNull(funding);
  }

  /** Elapsed time, whatever clocks on walls did meanwhile. */
  public Duration duration() {
    return Duration.between(startedAt, endedAt);
  }

  // A request may leave a list out, and may hold null where a constraint then says so.
  @SuppressWarnings("NullAway")
  private static <T> List<T> unlessNull(@Nullable List<T> said) {
    return Objects.requireNonNullElse(said, List.of());
  }
}
