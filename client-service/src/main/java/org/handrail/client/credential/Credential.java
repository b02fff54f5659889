package org.handrail.client.credential;

import org.handrail.client.specialist.SpecialistId;

/** What somebody is, or wants to be, certified as under one scheme. */
record Credential(
    CredentialId id, SpecialistId specialist, String scheme, History history, long version) {

  Credential with(Step step) {
    return new Credential(id, specialist, scheme, history.with(step), version + 1);
  }
}
