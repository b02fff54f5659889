package org.handrail.client.credential;

import java.util.UUID;

/** Names what somebody is, or wants to be, certified as. */
record CredentialId(UUID value) {
  static CredentialId random() {
    return new CredentialId(UUID.randomUUID());
  }
}
