package org.handrail.client.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handrail.client.client.Edition;
import org.handrail.client.client.Editions;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The versions of each sheet, and the languages in which there is a text of it. */
@ConfigurationProperties("handrail.sheets")
record SheetEditions(Map<Sheet.Kind, List<Edition>> editions) {
  SheetEditions {
    editions = Map.copyOf(editions);
    if (!editions.keySet().containsAll(Arrays.asList(Sheet.Kind.values()))) {
      throw new IllegalStateException("a sheet has no version");
    }
  }

  Editions of(Sheet.Kind kind) {
    return new Editions(Objects.requireNonNull(editions.get(kind)));
  }
}
