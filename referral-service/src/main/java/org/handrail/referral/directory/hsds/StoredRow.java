package org.handrail.referral.directory.hsds;

import java.time.Instant;
import java.util.UUID;
import org.handrail.referral.directory.standard.Kind;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row as its source gave it, cleaned.
 *
 * @param id by which the public knows it
 * @param modified when an import last changed it
 */
record StoredRow(Key key, UUID id, ObjectNode body, Instant modified) {
  /** What a source calls it. */
  record Key(String source, Kind kind, String externalId) {}

  Kind kind() {
    return key.kind();
  }

  /** The row of that kind which a field of this one names. */
  Key named(Kind kind, String externalId) {
    return new Key(key.source(), kind, externalId);
  }
}
