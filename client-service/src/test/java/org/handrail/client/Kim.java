package org.handrail.client;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.jspecify.annotations.Nullable;

/** Somebody who may be too young to sign alone, and whose mother signs where she must. */
public record Kim(ClientService service) {

  /**
   * Registers Kim once more.
   *
   * @param born {@code yyyy-mm-dd}, or null where Kim does not say
   */
  public UUID registers(@Nullable String born) {
    var person =
        new HashMap<String, Object>(
            Map.of("nameToUse", "Kim", "legalName", "Kim Brook", "anotherPerson", true));
    if (born != null) {
      person.put("dateOfBirth", born);
    }
    return service.maya().post("/api/clients").body(person).send().isCreated().id();
  }

  /**
   * Signs on paper.
   *
   * @param signer {@code client}, {@code representative} or {@code both}
   */
  public Answer signs(Answer draft, String signer) {
    if (signer.equals("client")) {
      return service.signs(draft);
    }
    return service
        .maya()
        .post("/api/consents/{id}/signature", draft.id())
        .body(Map.of("signer", signer, "authority", "mother", "act", ClientService.onPaper()))
        .ifMatch(draft)
        .send();
  }
}
