package org.handrail.client.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a scheme asks for from a day on. Items that say {@code verified: false} were not read in a
 * public source.
 *
 * @param attestedBy who attests to the code of ethics (CERT-4)
 * @param renewal for how long it is granted, and what renews it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SchemeVersion(
    String version,
    LocalDate effectiveFrom,
    @DefaultValue("true") boolean effectiveFromVerified,
    @Nullable String education,
    @Nullable Integer minimumAge,
    @Nullable Integer recoveryMonths,
    @Nullable Hours training,
    @Nullable Hours experience,
    @Nullable Hours supervision,
    @Nullable Exam exam,
    @DefaultValue("self") List<Attester> attestedBy,
    Renewal renewal) {

  /** Who attests. */
  enum Attester {
    SELF,
    SUPERVISOR
  }

  /**
   * Hours of something.
   *
   * @param of how many of them must be of which domain
   * @param withinMonths how far back they count
   * @param atMost where a standard gives a span, its upper end
   * @param live how many must not be recorded lessons
   * @param academy how many must be at the scheme's own academy
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Hours(
      int hours,
      @DefaultValue Map<String, Integer> of,
      @Nullable Integer withinMonths,
      @Nullable Integer atMost,
      @DefaultValue("0") int live,
      @DefaultValue("0") int academy,
      @DefaultValue("true") boolean verified) {
    Hours {
      of = Map.copyOf(of);
    }
  }

  record Exam(String name, @DefaultValue("true") boolean verified) {}
}
