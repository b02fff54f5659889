package org.handrail.client.client;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.handrail.client.client.Client.Account;
import org.handrail.client.paper.Languages;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of themselves when a record of them begins.
 *
 * @param anotherPerson that this is not the person whom the specialist already keeps under that
 *     name and date of birth
 */
public record Registration(
    @NotBlank @Size(max = 200) String nameToUse,
    @Size(max = 60) @Nullable String pronouns,
    @UniqueElements @Size(max = 10)
        @Nullable List<@NotNull @Pattern(regexp = Languages.TAG) String> languages,
    @Past @Nullable LocalDate dateOfBirth,
    @Pattern(regexp = ".*\\S.*", message = "A name, or nothing at all") @Size(max = 200)
        @Nullable String legalName,
    @Valid @Nullable Contact contact,
    @Nullable Boolean anotherPerson) {

  /** The version of a paper. */
  public static final String VERSION = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  public Account account() {
    return new Account(
        nameToUse.strip(),
        pronouns,
        languages == null ? List.of() : languages,
        legalName,
        dateOfBirth,
        contact == null ? Contact.NONE : contact.offUnlessSaid());
  }

  public boolean another() {
    return Boolean.TRUE.equals(anotherPerson);
  }
}
