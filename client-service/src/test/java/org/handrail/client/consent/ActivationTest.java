package org.handrail.client.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handrail.client.client.ClientId;
import org.handrail.client.party.PartyId;
import org.handrail.platform.act.ActKind;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.http.Codes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a draft must say before it becomes a consent, example by example. */
class ActivationTest {
  private static final Instant NOW = Instant.parse("2026-02-02T00:00:00Z");

  @TestFactory
  @Proves({"P2-CON-1", "P2-CON-2", "P2-CON-7", "P2-CON-8", "P2-CON-9"})
  Stream<DynamicTest> namesEachElementThatIsMissing() {
    return Examples.listNamed("activations.yaml").stream()
        .map(
            example ->
                dynamicTest(
                    example.required("id") + ": " + example.list("named"), () -> check(example)));
  }

  private static void check(Examples example) {
    var blank = example.list("blank");
    var signer =
        Signature.Signer.of(
            example.has("signer") ? example.required("signer") : "client",
            blank.contains("authority") ? "" : "guardian, file 12");
    var signedAt = example.has("signed") ? example.instant("signed") : NOW;
    var offered =
        new Signature.Offered(
            blank.contains("signature") ? null : signer,
            example.has("how")
                ? Codes.to(ActKind.class, example.required("how"))
                : ActKind.IN_PERSON,
            blank.contains("signed-at") ? null : signedAt,
            !blank.contains("initials"));
    var draft =
        new Consent.Draft(
            ConsentId.random(), ClientId.random(), FormExample.complete().like(example).form());

    var named =
        switch (draft.sign(offered, new PartyId("riverbend"), Examples.coalition(), NOW)) {
          case Consent.Signing.Active _ -> Stream.<Deficiency>empty();
          case Consent.Signing.Deficient(var deficiencies) -> deficiencies.stream();
        };

    assertThat(named.map(Deficiency::code).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(example.list("named"));
  }
}
