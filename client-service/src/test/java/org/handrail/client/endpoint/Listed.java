package org.handrail.client.endpoint;

import java.util.List;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;

/**
 * A list with rows of its reader's, and others that they do not see and that would stand before all
 * of these.
 *
 * @param hidden those others: a colleague's, of somebody else, or of what is kept from the reader
 * @param here a row of the reader's
 * @param next by what the row after that one is known; of the last one empty
 */
record Listed(Api reader, String path, List<UUID> hidden, UUID here, String next) {

  /** The page after that row. */
  Answer after(UUID row) {
    return reader.get(path + (path.contains("?") ? "&" : "?") + "after=" + row).send();
  }
}
