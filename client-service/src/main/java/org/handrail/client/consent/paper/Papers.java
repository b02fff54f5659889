package org.handrail.client.consent.paper;

import static java.util.stream.Collectors.joining;

import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.handrail.client.consent.ConsentForm;
import org.handrail.client.consent.Expiry;
import org.handrail.client.consent.Recipients;
import org.handrail.client.consent.Recipients.Participants;
import org.handrail.client.paper.Gaps;
import org.handrail.client.paper.Languages;
import org.handrail.client.paper.PaperTime;
import org.handrail.client.party.Parties;
import org.handrail.client.party.PartyId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Writes consents out in words, by the templates that the service was configured with. */
@ConfigurationProperties("handrail.consent")
public final class Papers {
  private static final String ENGLISH = "en";

  private final List<Template> templates;

  Papers(List<Template> templates) {
    this.templates = List.copyOf(templates);
    in(ENGLISH);
  }

  /**
   * In that language, or in English when there is no text in it; {@code template} says which.
   *
   * @param zone in which the day is told on which the consent ends
   */
  public ConsentPaper of(ConsentForm form, String language, Parties parties, ZoneId zone) {
    var template = in(language);
    return ConsentPaper.of(template.id(), new Writing(template, form, parties, zone).text());
  }

  private Template in(String wanted) {
    var written = templates.stream().map(Template::language).toList();
    var language = Languages.among(written, List.of(wanted)).orElse(ENGLISH);
    return templates.stream()
        .filter(template -> template.language().equals(language))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no English consent"));
  }

  /** One form in one language. */
  private record Writing(Template template, ConsentForm form, Parties parties, ZoneId zone) {

    String text() {
      return Gaps.fill(
              template.text(),
              Map.of(
                  "patient", oneLine(form.patientName()),
                  "disclosers", names(form.disclosers()),
                  "description", oneLine(form.description()),
                  "categories",
                      joined(form.categories(), category -> template.word(category.code())),
                  "recipients", recipients(),
                  "purposes", joined(form.purposes(), purpose -> template.word(purpose.code())),
                  "end", end(),
                  "revocation", oneLine(form.revocation().statement()),
                  "method", oneLine(form.revocation().method()),
                  "statements", statements()))
          .strip()
          .concat("\n");
    }

    private String names(Collection<PartyId> ids) {
      return ids.isEmpty() ? template.nobody() : joined(ids, parties::nameOf);
    }

    private String recipients() {
      return switch (form.recipients()) {
        case Recipients.Named(var named) -> names(named);
        case Recipients.OfClass(var phrase) -> oneLine(phrase);
        case Recipients.Through(var hub, Participants.Members(var members)) ->
            through(template.throughMembers(), hub, "members", names(members));
        case Recipients.Through(var hub, Participants.TreatingProviders _) ->
            through(template.throughTreating(), hub, "", "");
        case Recipients.Through(var hub, Participants.OtherClass(var phrase)) ->
            through(template.throughClass(), hub, "class", oneLine(phrase));
      };
    }

    private String through(String text, PartyId hub, String gap, String filling) {
      return Gaps.fill(text, Map.of("intermediary", parties.nameOf(hub), gap, filling));
    }

    private String end() {
      return switch (form.expiry()) {
        case Expiry.At at -> end(at);
        case Expiry.OnEvent(var event) ->
            Gaps.fill(template.endsOnEvent(), Map.of("event", oneLine(event)));
        case Expiry.Never _ -> template.endsNever();
        case Expiry.Unstated _ -> "";
      };
    }

    private String end(Expiry.At at) {
      var time = new PaperTime(zone, template.locale());
      var lastDay = at.lastDay(zone);
      return Gaps.fill(
          lastDay.isPresent() ? template.endsWithDay() : template.endsAt(),
          Map.of(
              "date", lastDay.map(time::of).orElseGet(() -> time.of(at.instant())),
              "zone", zone.getDisplayName(TextStyle.FULL, template.locale())));
    }

    private String statements() {
      var told = form.statements();
      var binding = form.irrevocableUntil();
      return Stream.of(
              binding == null
                  ? ""
                  : Gaps.fill(template.bindsUntil(), Map.of("event", oneLine(binding))),
              told.hipaaRedisclosure() ? template.hipaaRedisclosure() : "",
              told.redisclosureRisk() ? template.redisclosureRisk() : "",
              told.refusalConsequences() ? template.refusalConsequences() : "",
              told.fundraisingOptOut() ? template.fundraisingOptOut() : "")
          .filter(sentence -> !sentence.isEmpty())
          .collect(joining("\n"));
    }

    // What somebody typed never looks like another line of the paper.
    private static String oneLine(String typed) {
      return typed.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    private static <T> String joined(Collection<T> values, Function<T, String> words) {
      return values.stream().map(words).sorted().collect(joining(", "));
    }
  }
}
