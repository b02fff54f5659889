package org.handrail.client.consent;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.handrail.client.party.Parties;
import org.handrail.client.party.Party;
import org.handrail.client.party.PartyId;
import org.handrail.client.party.Standing;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** Reads the examples of this package's test data: consents as the field would write them down. */
record Examples(Map<?, ?> map) {

  static Examples named(String file) {
    return new Examples(read(file, Map.class));
  }

  static List<Examples> listNamed(String file) {
    return Examples.<Map<?, ?>>cast(read(file, List.class)).stream().map(Examples::new).toList();
  }

  private static <T> T read(String file, Class<T> type) {
    try (var stream =
        Objects.requireNonNull(Examples.class.getResourceAsStream("/consent/" + file))) {
      return type.cast(new Yaml().load(stream));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> cast(List<?> list) {
    return (List<T>) list;
  }

  boolean has(String key) {
    return map.containsKey(key);
  }

  Examples under(String key) {
    return map.get(key) instanceof Map<?, ?> inner ? new Examples(inner) : new Examples(Map.of());
  }

  List<Examples> all(String key) {
    return Examples.<Map<?, ?>>cast((List<?>) Objects.requireNonNull(map.get(key))).stream()
        .map(Examples::new)
        .toList();
  }

  List<String> list(String key) {
    return map.get(key) instanceof Collection<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of();
  }

  Set<String> keys() {
    return map.keySet().stream().map(Object::toString).collect(Collectors.toSet());
  }

  @Nullable String text(String key) {
    var value = map.get(key);
    return value == null ? null : value.toString();
  }

  String required(String key) {
    return Objects.requireNonNull(text(key), key);
  }

  @Nullable Instant instant(String key) {
    return switch (map.get(key)) {
      case null -> null;
      case Date date -> date.toInstant();
      case Object text -> Instant.parse(text.toString());
    };
  }

  Set<PartyId> parties(String key) {
    return list(key).stream().map(PartyId::new).collect(Collectors.toSet());
  }

  Set<Purpose> purposes(String key) {
    return list(key).stream()
        .map(code -> Purpose.of(code).orElseThrow())
        .collect(Collectors.toSet());
  }

  Set<Category> categories(String key) {
    return list(key).stream()
        .map(code -> Category.of(code).orElseThrow())
        .collect(Collectors.toSet());
  }

  Expiry expiry() {
    var expires = under("expires");
    var at = expires.instant("at");
    if (at != null) {
      return new Expiry.At(at);
    }
    var event = expires.text("event");
    return event != null
        ? new Expiry.OnEvent(event)
        : expires.has("none") ? new Expiry.Never() : new Expiry.Unstated();
  }

  Recipients recipients() {
    var recipients = under("recipients");
    var hub = recipients.text("intermediary");
    var group = recipients.text("class");
    if (hub == null) {
      return group == null
          ? new Recipients.Named(recipients.parties("named"))
          : new Recipients.OfClass(group);
    }
    return new Recipients.Through(
        new PartyId(hub),
        group == null
            ? new Recipients.Participants.Members(recipients.parties("members"))
            : group.equals("treating")
                ? new Recipients.Participants.TreatingProviders()
                : new Recipients.Participants.OtherClass(group));
  }

  /** The coalition of these examples. */
  static Parties coalition() {
    var examples = named("judgements.yaml");
    return new Parties() {
      @Override
      public Party byId(PartyId id) {
        var codes = examples.under("parties").list(id.value());
        return new Party(
            id,
            Set.of(Standing.values()).stream()
                .filter(standing -> codes.contains(standing.code()))
                .collect(Collectors.toSet()));
      }

      @Override
      public boolean knows(PartyId id) {
        return !examples.under("parties").list(id.value()).isEmpty();
      }

      @Override
      public Set<PartyId> all() {
        return examples.under("parties").keys().stream()
            .map(PartyId::new)
            .collect(Collectors.toSet());
      }

      @Override
      public Set<PartyId> membersOf(PartyId intermediary) {
        return examples.under("members").parties(intermediary.value());
      }
    };
  }
}
