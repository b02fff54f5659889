package org.handrail.client.ownrecord;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.client.access.LogReader;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.voice.Confined;
import org.handrail.client.voice.WhatIsHeld;
import org.springframework.stereotype.Component;

/**
 * Each row of a copy of somebody's record that has an id. What the client told one person alone is
 * among them only where what is said of it is kept from others likewise.
 */
@Component
class PiecesOfRecord implements WhatIsHeld {
  private final HeldAboutClient held;
  private final Set<String> confined;

  PiecesOfRecord(HeldAboutClient held, List<Confined> confined) {
    this.held = held;
    this.confined = confined.stream().map(Confined::kind).collect(toUnmodifiableSet());
  }

  @Override
  public Set<String> kinds() {
    var withId = held.tablesWithIds();
    return sections()
        .filter(section -> withId.contains(section.table()))
        .map(Section::name)
        .collect(toUnmodifiableSet());
  }

  @Override
  public boolean holds(Reached reader, String kind, UUID id) {
    return sections()
        .filter(section -> section.name().equals(kind))
        .anyMatch(
            section ->
                held.holds(
                    reader.agency(),
                    reader.id(),
                    section,
                    id,
                    LogReader.of(reader.by(), reader.isTheClient())));
  }

  @Override
  public boolean isKeptFrom(Reached reader, String kind, UUID id) {
    return Sections.NOT_WHOLE_FOR_EVERYBODY.stream()
            .anyMatch(section -> section.name().equals(kind))
        && !holds(reader, kind, id);
  }

  private Stream<Section> sections() {
    return Stream.concat(
        Sections.OF_THE_RECORD.stream(),
        Sections.FOR_THE_CLIENT_ALONE.stream()
            .filter(section -> confined.contains(section.name())));
  }
}
