package org.handrail.client.consent;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.texts;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.handrail.client.consent.Recipients.Participants;
import org.handrail.client.party.PartyId;
import org.jspecify.annotations.Nullable;

/** A consent's form in the columns of its row. */
final class FormRows {
  private FormRows() {}

  static Map<String, @Nullable Object> parameters(ConsentForm form) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("patientName", form.patientName());
    columns.put("disclosers", codes(form.disclosers()));
    columns.putAll(recipients(form.recipients()));
    columns.put("purposes", codes(form.purposes().stream().map(Purpose::code).toList()));
    columns.put("categories", codes(form.categories().stream().map(Category::code).toList()));
    columns.put("description", form.description());
    columns.putAll(expiry(form.expiry()));
    columns.put("revocationStatement", form.revocation().statement());
    columns.put("revocationMethod", form.revocation().method());
    columns.put("hipaa", form.statements().hipaaRedisclosure());
    columns.put("risk", form.statements().redisclosureRisk());
    columns.put("consequences", form.statements().refusalConsequences());
    columns.put("optOut", form.statements().fundraisingOptOut());
    columns.put("irrevocableUntil", form.irrevocableUntil());
    return columns;
  }

  private static String[] codes(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().toArray(String[]::new);
  }

  private static Map<String, @Nullable Object> recipients(Recipients recipients) {
    return switch (recipients) {
      case Recipients.Named(var parties) -> recipients("named", parties, null, null);
      case Recipients.OfClass(var phrase) -> recipients("class", Set.of(), null, phrase);
      case Recipients.Through(var hub, Participants.Members(var parties)) ->
          recipients("members", parties, hub, null);
      case Recipients.Through(var hub, Participants.TreatingProviders _) ->
          recipients("treating", Set.of(), hub, null);
      case Recipients.Through(var hub, Participants.OtherClass(var phrase)) ->
          recipients("other-class", Set.of(), hub, phrase);
    };
  }

  private static Map<String, @Nullable Object> recipients(
      String kind, Set<PartyId> parties, @Nullable PartyId hub, @Nullable String phrase) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("recipients", kind);
    columns.put("parties", codes(parties));
    columns.put("intermediary", hub == null ? null : hub.value());
    columns.put("class", phrase);
    return columns;
  }

  private static Map<String, @Nullable Object> expiry(Expiry expiry) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("expiresAt", expiry instanceof Expiry.At(var instant) ? utc(instant) : null);
    columns.put("expiresEvent", expiry instanceof Expiry.OnEvent(var event) ? event : null);
    columns.put(
        "expires",
        switch (expiry) {
          case Expiry.At _ -> "at";
          case Expiry.OnEvent _ -> "event";
          case Expiry.Never _ -> "never";
          case Expiry.Unstated _ -> "unstated";
        });
    return columns;
  }

  static ConsentForm read(ResultSet row) throws SQLException {
    return new ConsentForm(
        row.getString("patient_name"),
        parties(texts(row, "disclosers")),
        readRecipients(row),
        texts(row, "purposes").stream()
            .map(code -> Purpose.of(code).orElseThrow())
            .collect(Collectors.toSet()),
        texts(row, "categories").stream()
            .map(code -> Category.of(code).orElseThrow())
            .collect(Collectors.toSet()),
        row.getString("description"),
        readExpiry(row),
        new ConsentForm.RevocationTerms(
            row.getString("revocation_statement"), row.getString("revocation_method")),
        new ConsentForm.Statements(
            row.getBoolean("states_hipaa_redisclosure"),
            row.getBoolean("states_redisclosure_risk"),
            row.getBoolean("states_refusal_consequences"),
            row.getBoolean("states_fundraising_opt_out")),
        row.getString("irrevocable_until"));
  }

  private static Set<PartyId> parties(List<String> ids) {
    return ids.stream().map(PartyId::new).collect(Collectors.toUnmodifiableSet());
  }

  private static Recipients readRecipients(ResultSet row) throws SQLException {
    var parties = parties(texts(row, "recipient_parties"));
    var hub = row.getString("intermediary");
    var phrase = Objects.requireNonNullElse(row.getString("recipient_class"), "");
    return switch (row.getString("recipients")) {
      case "named" -> new Recipients.Named(parties);
      case "class" -> new Recipients.OfClass(phrase);
      case "members" -> new Recipients.Through(new PartyId(hub), new Participants.Members(parties));
      case "treating" ->
          new Recipients.Through(new PartyId(hub), new Participants.TreatingProviders());
      default -> new Recipients.Through(new PartyId(hub), new Participants.OtherClass(phrase));
    };
  }

  private static Expiry readExpiry(ResultSet row) throws SQLException {
    return switch (row.getString("expires")) {
      case "at" -> new Expiry.At(instant(row, "expires_at"));
      case "event" -> new Expiry.OnEvent(row.getString("expires_event"));
      case "never" -> new Expiry.Never();
      default -> new Expiry.Unstated();
    };
  }
}
