package org.handrail.client.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.handrail.platform.http.ManyLines;
import org.jspecify.annotations.Nullable;

/** What a report may tell. Its fields are the allow-list: there are no others. */
sealed interface Told {

  /**
   * The initial report of child abuse or neglect, and no more than that (P2-RPT-1).
   *
   * @param concern what was seen or heard
   * @param child who is in danger
   * @param whereabouts where the child is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfChildAbuse(
      @ManyLines @NotBlank @Size(max = 2000) String concern,
      @NotBlank @Size(max = 300) String child,
      @ManyLines @Size(max = 300) @Nullable String whereabouts)
      implements Told {}

  /**
   * A crime on the premises or against personnel (P2-CRM-1).
   *
   * @param circumstances of the incident
   * @param status that the person is or was a client, in the agency's words
   * @param lastWhereabouts where the person was last known to be
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfCrime(
      @ManyLines @NotBlank @Size(max = 2000) String circumstances,
      @Size(max = 200) @Nullable String status,
      @Size(max = 200) @Nullable String name,
      @ManyLines @Size(max = 300) @Nullable String address,
      @ManyLines @Size(max = 300) @Nullable String lastWhereabouts)
      implements Told {}
}
