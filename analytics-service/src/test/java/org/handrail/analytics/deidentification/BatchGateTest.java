package org.handrail.analytics.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.analytics.deidentification.Told.Happening;
import org.handrail.analytics.deidentification.Told.Link;
import org.junit.jupiter.api.Test;

class BatchGateTest {

  private final Map<UUID, Link> records = new HashMap<>();
  private final List<Happening> waiting = new ArrayList<>();

  @Test
  void letsNothingOutAboutTenPeople() {
    people(10, "riverbend", "harborlight", "cedarhouse");
    assertThat(released()).isEmpty();
  }

  @Test
  void letsNothingOutOfTwoAgencies() {
    people(40, "riverbend", "harborlight");
    assertThat(released()).isEmpty();
  }

  @Test
  void letsAllOutAboutElevenPeopleOfThreeAgencies() {
    people(11, "riverbend", "harborlight", "cedarhouse");
    assertThat(released()).containsExactlyElementsOf(waiting);
  }

  @Test
  void countsSomebodyWithTwoRecordsOnce() {
    people(10, "riverbend", "harborlight", "cedarhouse");
    var known = records.values().iterator().next();
    happens(new Link(UUID.randomUUID(), known.person(), "cedarhouse"));
    assertThat(released()).isEmpty();
  }

  @Test
  void countsSomebodyToWhomMuchHappensOnce() {
    people(10, "riverbend", "harborlight", "cedarhouse");
    waiting.addAll(List.copyOf(waiting));
    assertThat(released()).isEmpty();
  }

  @Test
  void holdsBackWhatIsNotKnownToBeSomebodys() {
    people(10, "riverbend", "harborlight", "cedarhouse");
    var unknown = new Happening(UUID.randomUUID(), UUID.randomUUID(), What.CLIENT_ENROLLED, 2026);
    waiting.add(unknown);
    assertThat(released()).isEmpty();

    people(1, "riverbend");
    assertThat(released()).hasSize(11).doesNotContain(unknown);
  }

  private List<Happening> released() {
    return BatchGate.open(waiting, client -> Optional.ofNullable(records.get(client)));
  }

  private void people(int count, String... agencies) {
    for (var i = 0; i < count; i++) {
      happens(new Link(UUID.randomUUID(), UUID.randomUUID(), agencies[i % agencies.length]));
    }
  }

  private void happens(Link link) {
    records.put(link.client(), link);
    waiting.add(new Happening(UUID.randomUUID(), link.client(), What.CLIENT_ENROLLED, 2026));
  }
}
