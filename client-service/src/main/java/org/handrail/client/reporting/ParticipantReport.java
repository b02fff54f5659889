package org.handrail.client.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was reported of one client in a grant: all that a funder's export holds of them.
 *
 * @param participant the same for every episode of the client
 */
record ParticipantReport(UUID participant, String grant, List<Part> parts) {

  /** The latest word on one part. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Part(
      int episode,
      LocalDate startedOn,
      @Nullable LocalDate endedOn,
      Grants.Point point,
      int number,
      Forms.Part part,
      PartForm.Outcome outcome,
      LocalDate on,
      String edition,
      Map<String, Map<String, String>> sections) {

    /** The same of a time in the grant that has not ended: that it ends later changes no word. */
    Part ofOpenTime() {
      return new Part(
          episode, startedOn, null, point, number, part, outcome, on, edition, sections);
    }
  }

  /**
   * @param month of birth, as {@code MM/YYYY}
   */
  record Birth(String month) {}
}
