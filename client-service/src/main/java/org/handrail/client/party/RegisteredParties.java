package org.handrail.client.party;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The register of parties as the service was configured with it. */
@ConfigurationProperties("handrail")
final class RegisteredParties implements Parties {
  private final Map<PartyId, Entry> parties;

  RegisteredParties(@DefaultValue List<Entry> parties) {
    this.parties =
        parties.stream()
            .collect(toUnmodifiableMap(entry -> new PartyId(entry.id()), entry -> entry));
  }

  /** One party: its id, how it is called, what it is before the law, whom it has as members. */
  record Entry(
      String id,
      @Nullable String name,
      @Nullable String address,
      @DefaultValue Set<Standing> standings,
      @DefaultValue Set<String> members) {
    static final Entry UNKNOWN = new Entry("unknown", null, null, Set.of(), Set.of());
  }

  @Override
  public Letterhead letterhead(PartyId id) {
    var entry = parties.getOrDefault(id, Entry.UNKNOWN);
    return new Letterhead(entry.name() == null ? id.value() : entry.name(), entry.address());
  }

  @Override
  public boolean knows(PartyId id) {
    return parties.containsKey(id);
  }

  @Override
  public Party byId(PartyId id) {
    return new Party(id, parties.getOrDefault(id, Entry.UNKNOWN).standings());
  }

  @Override
  public Set<PartyId> all() {
    return parties.keySet();
  }

  @Override
  public Set<PartyId> membersOf(PartyId intermediary) {
    return byId(intermediary).is(Standing.INTERMEDIARY)
        ? parties.getOrDefault(intermediary, Entry.UNKNOWN).members().stream()
            .map(PartyId::new)
            .collect(toUnmodifiableSet())
        : Set.of();
  }
}
