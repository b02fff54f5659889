package org.handrail.client.consent;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.handrail.client.party.PartyId;
import org.jspecify.annotations.Nullable;

/** A consent form on which everything stands, and what an example changes of it. */
final class FormExample {
  private final Set<String> blank = new HashSet<>();
  private Set<PartyId> disclosers = Set.of(new PartyId("riverbend"));
  private Recipients recipients = new Recipients.Named(Set.of(new PartyId("harborlight")));
  private Set<Purpose> purposes = Set.of(Purpose.TREAT);
  private Set<Category> categories = Set.of(Category.CONTACT, Category.REFERRAL);
  private Expiry expiry = new Expiry.At(Instant.parse("2026-08-01T05:00:00Z"));
  private @Nullable String irrevocableUntil;

  static FormExample complete() {
    return new FormExample();
  }

  FormExample categories(Category... these) {
    categories = Set.of(these);
    return this;
  }

  FormExample to(Recipients these) {
    recipients = these;
    return this;
  }

  /** Takes over what the example mentions. */
  FormExample like(Examples example) {
    if (example.has("disclosers")) {
      disclosers = example.parties("disclosers");
    }
    if (example.has("recipients")) {
      recipients = example.recipients();
    }
    if (example.has("purposes")) {
      purposes = example.purposes("purposes");
    }
    if (example.has("categories")) {
      categories = example.categories("categories");
    }
    if (example.has("expires")) {
      expiry = example.expiry();
    }
    irrevocableUntil = example.text("irrevocable-until");
    blank.addAll(List.copyOf(example.list("blank")));
    return this;
  }

  ConsentForm form() {
    return new ConsentForm(
        unless("patient-name", "Ana Brook"),
        blank.contains("disclosers") ? Set.of() : disclosers,
        blank.contains("recipients") ? new Recipients.Named(Set.of()) : recipients,
        blank.contains("purposes") ? Set.of() : purposes,
        blank.contains("categories") ? Set.of() : categories,
        unless("description", "How to reach me, and what I am looking for."),
        blank.contains("expiry") ? new Expiry.Unstated() : expiry,
        new ConsentForm.RevocationTerms(
            unless(
                "revocation-statement",
                "I may take this back at any time, except for what was done already."),
            unless(
                "revocation-method", "In writing to Riverbend, or by telling any of its staff.")),
        new ConsentForm.Statements(
            !blank.contains("hipaa-redisclosure"),
            !blank.contains("redisclosure-risk"),
            !blank.contains("refusal-consequences"),
            !blank.contains("opt-out")),
        irrevocableUntil);
  }

  private String unless(String element, String text) {
    return blank.contains(element) ? " " : text;
  }
}
