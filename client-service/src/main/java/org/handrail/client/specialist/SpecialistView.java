package org.handrail.client.specialist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A specialist as they themselves and those who keep the roster see them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SpecialistView(
    UUID id,
    String subject,
    String name,
    String programme,
    String roleText,
    List<String> languages,
    Offers offers,
    LocalDate joinedOn,
    @Nullable LocalDate leftOn,
    long version) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Offers(
      List<String> cultures,
      @Nullable String gender,
      List<String> livedExperience,
      boolean takesNew) {}

  static SpecialistView of(Specialist specialist) {
    var entry = specialist.entry();
    var offers = specialist.offers();
    return new SpecialistView(
        specialist.id().value(),
        specialist.subject().value(),
        entry.name(),
        entry.programme(),
        entry.roleText(),
        entry.languages(),
        new Offers(offers.cultures(), offers.gender(), offers.livedExperience(), offers.takesNew()),
        specialist.joinedOn(),
        specialist.leftOn(),
        specialist.version());
  }
}
