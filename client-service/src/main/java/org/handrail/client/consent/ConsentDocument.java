package org.handrail.client.consent;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import org.handrail.client.ledger.Hash;

/**
 * The text that the client had before them when they signed, and its hash; kept as it was
 * (P2-CON-4).
 */
record ConsentDocument(String template, String text, Hash hash) {
  private static final String TEMPLATE = "consent-en-1";

  static ConsentDocument of(ConsentForm form) {
    var text =
        """
        Consent to disclose records protected by 42 CFR part 2

        I, %s, allow: %s
        to disclose: %s (%s)
        to: %s
        for: %s

        This consent ends: %s
        %s
        How to take it back: %s
        %s\
        """
            .formatted(
                form.patientName(),
                joined(form.disclosers()),
                form.description(),
                joined(form.categories().stream().map(Category::code).toList()),
                recipients(form.recipients()),
                joined(form.purposes().stream().map(Purpose::code).toList()),
                end(form.expiry()),
                form.revocation().statement(),
                form.revocation().method(),
                statements(form));
    return new ConsentDocument(TEMPLATE, text, Hash.of(text));
  }

  private static String joined(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().collect(joining(", "));
  }

  private static String recipients(Recipients recipients) {
    return switch (recipients) {
      case Recipients.Named(var parties) -> joined(parties);
      case Recipients.OfClass(var phrase) -> phrase;
      case Recipients.Through(var hub, Recipients.Participants.Members(var parties)) ->
          "through %s, to these of its members: %s".formatted(hub, joined(parties));
      case Recipients.Through(var hub, Recipients.Participants.TreatingProviders _) ->
          "through %s, to those of its members that treat me at that time".formatted(hub);
      case Recipients.Through(var hub, Recipients.Participants.OtherClass(var phrase)) ->
          "through %s, to %s".formatted(hub, phrase);
    };
  }

  private static String end(Expiry expiry) {
    return switch (expiry) {
      case Expiry.At(var instant) -> instant.toString();
      case Expiry.OnEvent(var event) -> "when this happens: " + event;
      case Expiry.Never _ -> "not by itself";
      case Expiry.Unstated _ -> "";
    };
  }

  private static String statements(ConsentForm form) {
    var told = form.statements();
    var text = new StringBuilder();
    if (told.hipaaRedisclosure()) {
      text.append(
          """
          A recipient that is a covered entity or business associate may pass my record on as HIPAA permits, except in civil,
          criminal, administrative or legislative proceedings against me.
          """);
    }
    if (told.redisclosureRisk()) {
      text.append("What is passed on may lose the protection of 42 CFR part 2.\n");
    }
    if (told.refusalConsequences()) {
      text.append(
          "If I do not sign, peer support goes on; only what needs this consent is not shared.\n");
    }
    if (told.fundraisingOptOut()) {
      text.append("I may opt out of fundraising at any time.\n");
    }
    return text.toString();
  }
}
