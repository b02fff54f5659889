package org.handrail.client.supporter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.handrail.client.client.Contact;
import org.handrail.platform.act.ActView;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who stands by a client (R27). What is kept of them is what they agreed to themselves;
 * without that, only the client's words.
 *
 * @param words who it is, in the client's words
 * @param agreed whether they agreed to be kept by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Supporter(
    UUID id,
    String words,
    boolean agreed,
    @Nullable String nameToUse,
    @Nullable Contact contact,
    ActView act) {}
