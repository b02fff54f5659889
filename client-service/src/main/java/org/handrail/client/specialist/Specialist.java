package org.handrail.client.specialist;

import java.time.LocalDate;
import java.util.List;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/** A peer recovery specialist on an agency's roster. */
public record Specialist(
    SpecialistId id,
    SubjectId subject,
    Entry entry,
    Offers offers,
    LocalDate joinedOn,
    @Nullable LocalDate leftOn,
    long version) {

  /**
   * What the agency writes down.
   *
   * @param programme of which employer they are part
   * @param roleText what they do there, in the agency's words
   */
  public record Entry(String name, String programme, String roleText, List<String> languages) {
    public Entry {
      languages = List.copyOf(languages);
    }
  }

  /**
   * What the specialist alone says of themselves, as far as they want to be found by it (R18).
   *
   * @param livedExperience what they have lived through and would share
   * @param takesNew whether they would walk with somebody new
   */
  public record Offers(
      List<String> cultures,
      @Nullable String gender,
      List<String> livedExperience,
      boolean takesNew) {
    public static final Offers NONE = new Offers(List.of(), null, List.of(), true);

    public Offers {
      cultures = List.copyOf(cultures);
      livedExperience = List.copyOf(livedExperience);
    }
  }

  static Specialist joining(SubjectId subject, Entry entry, LocalDate on) {
    return new Specialist(SpecialistId.random(), subject, entry, Offers.NONE, on, null, 1);
  }

  public boolean isActive() {
    return leftOn == null;
  }

  /** On the day on which they leave they are still there. */
  boolean hasLeftBefore(LocalDate day) {
    return leftOn != null && leftOn.isBefore(day);
  }

  Specialist with(Entry changed) {
    return new Specialist(id, subject, changed, offers, joinedOn, leftOn, version + 1);
  }

  Specialist with(Offers changed) {
    return new Specialist(id, subject, entry, changed, joinedOn, leftOn, version + 1);
  }

  Specialist joiningAgain(Entry changed, LocalDate on) {
    return new Specialist(id, subject, changed, offers, on, null, version + 1);
  }

  Specialist leaving(LocalDate on) {
    return new Specialist(id, subject, entry, offers, joinedOn, on, version + 1);
  }
}
