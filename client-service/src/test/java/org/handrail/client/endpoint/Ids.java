package org.handrail.client.endpoint;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The ids in an address, by the noun after which each stands: {@code promises} in {@code
 * /api/clients/promises/{id}}.
 */
public record Ids(Map<String, String> after) {
  private static final Set<String> NO_IDS = Set.of("lists");
  private static final Set<String> GROUPS = Set.of("groups", "sessions");

  /** Whether something that is there has such an id. */
  boolean know(String noun) {
    return after.containsKey(noun);
  }

  String of(String noun) {
    return Optional.ofNullable(after.get(noun)).orElseGet(() -> UUID.randomUUID().toString());
  }

  UUID client() {
    return UUID.fromString(of("clients"));
  }

  /** The same of nothing. */
  Ids ofNothing() {
    return replacing(NO_IDS);
  }

  /** The same of nothing, but in a group that is there. */
  Ids ofNothingInTheGroup() {
    return replacing(GROUPS);
  }

  private Ids replacing(Set<String> kept) {
    return new Ids(
        after.entrySet().stream()
            .collect(
                toMap(
                    Map.Entry::getKey,
                    each ->
                        kept.contains(each.getKey()) || NO_IDS.contains(each.getKey())
                            ? each.getValue()
                            : UUID.randomUUID().toString())));
  }
}
