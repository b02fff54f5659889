package org.handrail.client.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handrail.client.client.Client;
import org.handrail.client.client.Contact;
import org.handrail.client.consent.Category;
import org.jspecify.annotations.Nullable;

/**
 * Builds a package category by category, each from its own allow-list; nothing is ever cut out of a
 * whole record (P2-MIN-1).
 */
final class Packing {
  private Packing() {}

  /** How the person wants to be called and may be reached. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ContactPart(
      String nameToUse, @Nullable String pronouns, List<String> languages, Contact channels) {
    static ContactPart of(Client client) {
      var account = client.account();
      return new ContactPart(
          account.nameToUse(), account.pronouns(), account.languages(), account.contact().usable());
    }

    /** The same without what the client said in words of their own. */
    static ContactPart withoutWords(Client client) {
      var account = client.account();
      return new ContactPart(
          account.nameToUse(),
          account.pronouns(),
          account.languages(),
          account.contact().usable().withoutTimes());
    }
  }

  /** Who the person is by their papers. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DemographicsPart(@Nullable String legalName, @Nullable LocalDate dateOfBirth) {}

  static Map<String, Object> pack(Collection<Category> categories, Client client, Content content) {
    var parts = new LinkedHashMap<String, Object>();
    categories.stream()
        .sorted()
        .forEach(
            category ->
                part(category, client, content)
                    .ifPresent(part -> parts.put(category.code(), part)));
    return parts;
  }

  private static Optional<Object> part(Category category, Client client, Content content) {
    var account = client.account();
    return switch (category) {
      case CONTACT -> Optional.of(ContactPart.of(client));
      case DEMOGRAPHICS ->
          Optional.of(new DemographicsPart(account.legalName(), account.dateOfBirth()));
      case REFERRAL -> Optional.ofNullable(content.referral());
      case REFERRAL_STATUS -> Optional.ofNullable(content.referralStatus());
      case PLAN,
          ENCOUNTERS,
          ATTENDANCE,
          RECOVERY_CAPITAL,
          TREATMENT_RECORD,
          EMERGENCY_SET,
          COUNSELING_NOTES,
          LEGAL_PROCEEDINGS,
          ENTIRE_RECORD ->
          Optional.empty();
    };
  }
}
