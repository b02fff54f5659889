package org.handrail.client.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.handrail.client.client.Client.Account;
import org.handrail.platform.act.ActView;
import org.jspecify.annotations.Nullable;

/**
 * That an account changed.
 *
 * @param fields what was changed, never from what to what
 */
record AccountChange(UUID id, List<String> fields, ActView act) {

  static final String CONTACT = "contact";

  /** The names of what differs. */
  static List<String> between(Account before, Account after) {
    var fields = new ArrayList<String>();
    differs(fields, "name-to-use", before.nameToUse(), after.nameToUse());
    differs(fields, "pronouns", before.pronouns(), after.pronouns());
    differs(fields, "languages", before.languages(), after.languages());
    differs(fields, "culture", before.background().culture(), after.background().culture());
    differs(fields, "faith", before.background().faith(), after.background().faith());
    differs(
        fields, "interpreter", before.background().interpreter(), after.background().interpreter());
    differs(fields, "tty", before.background().tty(), after.background().tty());
    differs(fields, CONTACT, before.contact(), after.contact());
    return fields;
  }

  private static void differs(
      List<String> fields, String name, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      fields.add(name);
    }
  }
}
