package org.handrail.client.client;

import java.util.List;
import java.util.stream.Stream;
import org.handrail.client.client.Client.Account;
import org.jspecify.annotations.Nullable;

/**
 * What a person said on another record of theirs of how they want to be spoken with and reached, as
 * far as it counts for this one too: a merge forgets no "do not call" and no interpreter. It counts
 * until they say it anew on this record after the merge.
 *
 * @param contact their card there, if it counts
 * @param contactSaid whether they ever changed that card
 * @param tty whether calls need a text telephone
 */
record SaidElsewhere(
    @Nullable Contact contact,
    boolean contactSaid,
    List<String> languages,
    @Nullable String interpreter,
    boolean tty) {

  /** The account of this record as those who speak with the person must know it. */
  Account with(Account own) {
    var background = own.background();
    return new Account(
        own.nameToUse(),
        own.pronouns(),
        Stream.concat(own.languages().stream(), languages.stream()).distinct().toList(),
        own.legalName(),
        own.dateOfBirth(),
        narrowed(own.contact()),
        new Background(
            background.culture(),
            background.faith(),
            background.interpreter() == null ? interpreter : background.interpreter(),
            background.tty() || tty));
  }

  // A card on which nobody ever said anything shuts no way.
  private Contact narrowed(Contact own) {
    if (contact == null) {
      return own;
    }
    var there = contact.offUnlessSaid();
    return contactSaid || !there.equals(Contact.NONE) ? own.narrowedBy(there) : own;
  }
}
