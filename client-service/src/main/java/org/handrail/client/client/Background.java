package org.handrail.client.client;

import org.jspecify.annotations.Nullable;

/**
 * What a person wants kept in mind when somebody speaks with them (V5). Nothing of it has to be
 * said.
 *
 * @param culture in the client's words
 * @param faith in the client's words
 * @param interpreter the language for which an interpreter is needed
 * @param tty whether calls need a text telephone
 */
public record Background(
    @Nullable String culture, @Nullable String faith, @Nullable String interpreter, boolean tty) {
  public static final Background UNSAID = new Background(null, null, null, false);
}
