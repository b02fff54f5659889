package org.handrail.client.client;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.handrail.client.client.Client.Account;
import org.handrail.client.paper.Languages;
import org.handrail.platform.act.ActForm;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * A person's own account as they want it from now on, whole: what is left out is taken out, and
 * every channel that is not named is off.
 *
 * @param culture in the client's words, if they want it known
 * @param faith likewise
 * @param interpreter the language for which an interpreter is needed
 * @param tty whether calls need a text telephone
 */
record Profile(
    @NotBlank @Size(max = 200) String nameToUse,
    @Size(max = 60) @Nullable String pronouns,
    @UniqueElements @Size(max = 10)
        @Nullable List<@NotNull @Pattern(regexp = Languages.TAG) String> languages,
    @Size(max = 300) @Nullable String culture,
    @Size(max = 300) @Nullable String faith,
    @Pattern(regexp = Languages.TAG) @Nullable String interpreter,
    @Nullable Boolean tty,
    @Valid @Nullable Contact contact,
    @NotNull @Valid ActForm act) {

  /** The account with this in it; the names of papers stay as they are. */
  Account of(Account before) {
    return new Account(
        nameToUse.strip(),
        pronouns,
        languages == null ? List.of() : languages,
        before.legalName(),
        before.dateOfBirth(),
        contact == null ? Contact.NONE : contact.offUnlessSaid(),
        new Background(culture, faith, interpreter, Boolean.TRUE.equals(tty)));
  }
}
