package org.handrail.client.disclosure;

import java.util.List;
import org.handrail.client.consent.Category;
import org.handrail.client.consent.ConsentForm;
import org.handrail.client.consent.Expiry;
import org.handrail.client.consent.Purpose;
import org.handrail.client.consent.Recipients;

/**
 * A clear explanation of the scope of the consent, which goes along with every release, 42 CFR
 * 2.32(b) (P2-NOT-2).
 *
 * @param expires an instant, an event, or {@code none}
 * @param recipient whom the consent names, in its own terms
 */
public record Scope(
    List<Purpose> purposes, List<Category> categories, String expires, String recipient) {
  static Scope of(ConsentForm form) {
    return new Scope(
        form.purposes().stream().sorted().toList(),
        form.categories().stream().sorted().toList(),
        switch (form.expiry()) {
          case Expiry.At(var instant) -> instant.toString();
          case Expiry.OnEvent(var event) -> event;
          case Expiry.Never _, Expiry.Unstated _ -> "none";
        },
        recipient(form.recipients()));
  }

  private static String recipient(Recipients recipients) {
    return switch (recipients) {
      case Recipients.Named _, Recipients.Through(_, Recipients.Participants.Members _) ->
          String.join(", ", recipients.named().stream().map(Object::toString).sorted().toList());
      case Recipients.OfClass(var phrase) -> phrase;
      case Recipients.Through(var hub, Recipients.Participants.TreatingProviders _) ->
          "members of %s that treat the client".formatted(hub);
      case Recipients.Through(var hub, Recipients.Participants.OtherClass(var phrase)) ->
          "members of %s: %s".formatted(hub, phrase);
    };
  }
}
