package org.handrail.client.emergency;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.handrail.platform.http.ManyLines;
import org.jspecify.annotations.Nullable;

/**
 * What the client wants medical personnel to know when they cannot say it themselves, in their own
 * words.
 *
 * @param medications what the client told of them: nobody here prescribes or checks any
 * @param overdose what helps to know in an overdose
 * @param naloxone whether naloxone is at hand, and where
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EmergencyCard(
    @NotNull @Size(max = 50) List<@NotBlank @Size(max = 200) String> medications,
    @NotNull @Size(max = 50) List<@NotBlank @Size(max = 200) String> allergies,
    @ManyLines @Size(max = 1000) @Nullable String overdose,
    @Size(max = 300) @Nullable String naloxone,
    @Valid @Nullable Contact contact) {

  static final EmergencyCard EMPTY = new EmergencyCard(List.of(), List.of(), null, null, null);

  /** Whom the client wants called. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Contact(
      @NotBlank @Size(max = 200) String name,
      @Pattern(regexp = "\\+?[0-9 ()./-]{3,32}") @Nullable String phone,
      @Size(max = 100) @Nullable String relation) {}
}
