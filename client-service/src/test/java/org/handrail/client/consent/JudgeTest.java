package org.handrail.client.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.client.client.ClientId;
import org.handrail.client.consent.minor.Age;
import org.handrail.client.party.Parties;
import org.handrail.client.party.PartyId;
import org.handrail.platform.act.ActKind;
import org.handrail.platform.fixtures.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The judgement, example by example. */
class JudgeTest {
  private static final PartyId RIVERBEND = new PartyId("riverbend");
  private static final ClientId ANA = ClientId.random();
  private static final ClientId BEN = ClientId.random();
  private static final Examples EXAMPLES = Examples.named("judgements.yaml");

  private final Parties coalition = Examples.coalition();
  private final Map<String, ConsentId> ids = new HashMap<>();

  @TestFactory
  @Proves({"P2-CON-1", "P2-CON-5"})
  Stream<DynamicTest> judgesAsTheExamplesSay() {
    return EXAMPLES.all("judgements").stream()
        .map(
            example ->
                dynamicTest(
                    example.required("id") + ": " + example.required("is"), () -> check(example)));
  }

  private void check(Examples example) {
    var judgement = example.has("emergency") ? judgeEmergency(example) : judge(example);
    var code = example.text("denied");
    if (code != null) {
      assertThat(judgement)
          .isInstanceOfSatisfying(
              Judgement.Deny.class, deny -> assertThat(deny.code().code()).isEqualTo(code));
      return;
    }
    assertThat(judgement)
        .isInstanceOfSatisfying(Judgement.Permit.class, permit -> checkPermit(permit, example));
  }

  private void checkPermit(Judgement.Permit permit, Examples example) {
    switch (permit.basis()) {
      case Judgement.Basis.OfConsent(var consent) -> {
        assertThat(consent.id()).isEqualTo(ids.get(example.required("may")));
        var scope = example.under("scope");
        if (example.has("scope")) {
          assertThat(consent.form().purposes()).isEqualTo(scope.purposes("purposes"));
          assertThat(consent.form().categories()).isEqualTo(scope.categories("categories"));
        }
      }
      case Judgement.Basis.OfEmergency(var citation) ->
          assertThat(citation).isEqualTo(example.required("by-law"));
    }
    assertThat(permit.withheld()).isEqualTo(example.categories("withheld"));
    var via = example.text("via");
    assertThat(permit.via()).isEqualTo(via == null ? null : new PartyId(via));
    var rule = example.text("redisclosure");
    if (rule != null) {
      assertThat(permit.redisclosure().code()).isEqualTo(rule);
    }
  }

  private Judgement judge(Examples example) {
    var ask = example.list("ask");
    return new Judge(coalition)
        .judge(
            new ReleaseRequest(
                ANA,
                new PartyId(ask.get(0)),
                new PartyId(ask.get(1)),
                Purpose.of(ask.get(2)).orElseThrow(),
                example.categories("needs"),
                example.categories("likes")),
            new ClientsWill(
                RIVERBEND, consents(example), restrictions(example), whoTreatsAna(), Age.UNSAID),
            Objects.requireNonNull(example.instant("at")));
  }

  private Judgement judgeEmergency(Examples example) {
    var emergency = example.under("emergency");
    return new MedicalEmergency(
            MedicalEmergency.Profession.valueOf(
                emergency.required("profession").toUpperCase(Locale.ROOT)),
            emergency.text("personnel"),
            emergency.text("facility"),
            emergency.text("discloser"),
            Instant.parse("2026-02-06T00:00:00Z"),
            emergency.text("nature"),
            emergency.text("why"))
        .judge(coalition.byId(new PartyId(example.required("to"))));
  }

  private List<Consent> consents(Examples example) {
    var client = example.has("held-by") ? BEN : ANA;
    return example.list("held").stream().map(name -> consent(name, client, example)).toList();
  }

  private Consent consent(String name, ClientId client, Examples example) {
    var written = EXAMPLES.under("consents").under(name);
    var id = ids.computeIfAbsent(name, _ -> ConsentId.random());
    var form = aForm().like(written).form();
    var signedAt = written.instant("signed");
    return signedAt == null
        ? new Consent.Draft(id, client, form)
        : new Consent.Signed(
            id,
            client,
            form,
            new Signature(new Signature.Signer.Client(), ActKind.IN_PERSON, signedAt, true),
            revocations(example.under("revoked").under(name)),
            events(form, example.under("happened").instant(name)),
            null);
  }

  private static Map<String, Instant> events(ConsentForm form, @Nullable Instant happened) {
    return form.expiry() instanceof Expiry.OnEvent(var event) && happened != null
        ? Map.of(event, happened)
        : Map.of();
  }

  private static List<Revocation> revocations(Examples said) {
    var at = said.instant("at");
    return at == null ? List.of() : List.of(new Revocation(at, extent(said), false));
  }

  private static Revocation.Extent extent(Examples said) {
    var recipient = said.text("recipient");
    if (recipient != null) {
      return new Revocation.Extent.OneRecipient(new PartyId(recipient));
    }
    return said.has("nobody") ? new Revocation.Extent.Nobody() : new Revocation.Extent.Whole();
  }

  private static List<Restriction> restrictions(Examples example) {
    var restricted = example.under("restricted");
    var granted = restricted.instant("granted");
    return granted == null
        ? List.of()
        : List.of(new Restriction(new PartyId(restricted.required("recipient")), granted, null));
  }

  private static List<TreatingRelationship> whoTreatsAna() {
    return EXAMPLES.all("treats-ana").stream()
        .map(
            relationship ->
                new TreatingRelationship(
                    new PartyId(relationship.required("provider")),
                    relationship.instant("agreed"),
                    relationship.instant("accepted"),
                    relationship.instant("ended")))
        .toList();
  }

  private static FormExample aForm() {
    return FormExample.complete();
  }

  @Test
  void thereAreThirtySevenExamples() {
    assertThat(EXAMPLES.all("judgements"))
        .extracting(example -> example.required("id"))
        .hasSize(37)
        .doesNotHaveDuplicates();
  }

  @Test
  void theEntireRecordNeverIncludesWhatMustStandAlone() {
    var everything = aForm().categories(Category.ENTIRE_RECORD).form();
    assertThat(everything.covers(Category.PLAN)).isTrue();
    assertThat(everything.covers(Category.COUNSELING_NOTES)).isFalse();
    assertThat(everything.covers(Category.LEGAL_PROCEEDINGS)).isFalse();
  }

  @Test
  @Proves("P2-CON-8")
  void aConsentThatMixesTheCourtWithOthersCoversNothingWhoeverAcceptedIt() {
    var mixed =
        FormExample.complete()
            .to(new Recipients.Named(Set.of(new PartyId("probation"), new PartyId("harborlight"))))
            .form();
    var signedAt = Instant.parse("2026-02-01T15:00:00Z");
    var consent =
        Consent.Signed.now(
            new Consent.Draft(ConsentId.random(), ANA, mixed),
            new Signature(new Signature.Signer.Client(), ActKind.IN_PERSON, signedAt, false));
    for (var recipient : List.of("probation", "harborlight")) {
      assertThat(
              new Judge(coalition)
                  .judge(
                      new ReleaseRequest(
                          ANA,
                          RIVERBEND,
                          new PartyId(recipient),
                          Purpose.TREAT,
                          Set.of(Category.CONTACT),
                          Set.of()),
                      new ClientsWill(
                          RIVERBEND, List.of(consent), List.of(), List.of(), Age.UNSAID),
                      signedAt.plusSeconds(1)))
          .isEqualTo(new Judgement.Deny(DenialCode.CONSENT_DEFICIENT));
    }
  }

  @Test
  void aDraftThatWasWrittenAnewStandsInNobodysWay() {
    var at = Instant.parse("2026-02-02T15:00:00Z");
    var form = aForm().form();
    assertThat(judged(new Consent.Draft(ConsentId.random(), ANA, form), at))
        .isEqualTo(new Judgement.Deny(DenialCode.CONSENT_NOT_ACTIVE));
    assertThat(judged(new Consent.Rewritten(ConsentId.random(), ANA, form, at), at))
        .isEqualTo(new Judgement.Deny(DenialCode.CONSENT_MISSING));
  }

  @Test
  void aSupersededConsentCoversNothing() {
    var signedAt = Instant.parse("2026-02-01T15:00:00Z");
    var replaced = Instant.parse("2026-02-02T15:00:00Z");
    var consent =
        new Consent.Signed(
            new ConsentId(UUID.randomUUID()),
            ANA,
            aForm().form(),
            new Signature(new Signature.Signer.Client(), ActKind.IN_PERSON, signedAt, false),
            List.of(),
            Map.of(),
            replaced);
    var nothing = new TakenBack(RIVERBEND, List.of());
    assertThat(consent.statusAt(replaced.minusNanos(1000), nothing))
        .isEqualTo(Consent.Status.ACTIVE);
    assertThat(consent.statusAt(replaced, nothing)).isEqualTo(Consent.Status.SUPERSEDED);
    assertThat(judged(consent, replaced))
        .isEqualTo(new Judgement.Deny(DenialCode.CONSENT_NOT_ACTIVE));
  }

  @Test
  @Proves({"P2-CON-9", "P2-CON-1"})
  void whatSomebodySignedForAnotherByTheSignInOfThatOneCoversNothing() {
    var signedAt = Instant.parse("2026-02-01T15:00:00Z");
    for (var signer :
        List.of(
            new Signature.Signer.Both("mother"), new Signature.Signer.Representative("mother"))) {
      assertThat(judged(signed(signer, ActKind.OWN_SIGN_IN, signedAt), signedAt))
          .isEqualTo(new Judgement.Deny(DenialCode.CONSENT_DEFICIENT));
      assertThat(judged(signed(signer, ActKind.IN_PERSON, signedAt), signedAt))
          .isInstanceOf(Judgement.Permit.class);
    }
  }

  private static Consent signed(Signature.Signer signer, ActKind how, Instant at) {
    return Consent.Signed.now(
        new Consent.Draft(ConsentId.random(), ANA, aForm().form()),
        new Signature(signer, how, at, false));
  }

  @Test
  void whatRanOutLeavesStandingOnlyWhatWasReleasedBefore() {
    var consent =
        Consent.Signed.now(
            new Consent.Draft(ConsentId.random(), ANA, aForm().form()),
            new Signature(
                new Signature.Signer.Client(),
                ActKind.IN_PERSON,
                Instant.parse("2026-02-01T15:00:00Z"),
                false));
    var ended = Instant.parse("2026-08-01T05:00:00Z");
    var asked =
        new ReleaseRequest(
            ANA,
            RIVERBEND,
            new PartyId("harborlight"),
            Purpose.TREAT,
            Set.of(Category.CONTACT),
            Set.of());
    var will = new ClientsWill(RIVERBEND, List.of(consent), List.of(), List.of(), Age.UNSAID);
    var judge = new Judge(coalition);
    var now = ended.plusSeconds(7200);
    var other = ConsentId.random();
    assertThat(leaves(judge, asked, will, other, ended.minusSeconds(1), now)).isTrue();
    assertThat(leaves(judge, asked, will, other, ended.plusSeconds(1), now)).isFalse();
    assertThat(leaves(judge, asked, will, consent.id(), ended.plusSeconds(1), now))
        .as("that its end was before is known only since")
        .isTrue();
  }

  private static boolean leaves(
      Judge judge,
      ReleaseRequest asked,
      ClientsWill will,
      ConsentId by,
      Instant released,
      Instant now) {
    return judge.isLeftStanding(asked, will, new Judge.Once(by, released), now);
  }

  private Judgement judged(Consent consent, Instant at) {
    return new Judge(coalition)
        .judge(
            new ReleaseRequest(
                ANA,
                RIVERBEND,
                new PartyId("harborlight"),
                Purpose.TREAT,
                Set.of(Category.CONTACT),
                Set.of()),
            new ClientsWill(RIVERBEND, List.of(consent), List.of(), List.of(), Age.UNSAID),
            at);
  }
}
