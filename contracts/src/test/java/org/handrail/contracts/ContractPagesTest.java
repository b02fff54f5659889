package org.handrail.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pages that are written from the schemas say what the schemas say. */
class ContractPagesTest {

  private static final String RENEW =
      "renew it with: mvn -q test -pl contracts -Dcontracts.renew=true";
  private static final Path ASYNCAPI = EventContract.RESOURCES.resolve("asyncapi.yaml");
  private static final Path EVENTS = Path.of("../docs/events.md");
  private static final String FROM = "<!-- written from contracts: begin -->\n";
  private static final String TO = "<!-- written from contracts: end -->";

  @Test
  void asyncApiIsWhatTheSchemasSay() throws IOException {
    var attributes =
        EventContract.read(EventContract.RESOURCES.resolve("event-attributes.schema.json"));
    check(ASYNCAPI, ContractPages.asyncApi(EventContract.all(), attributes));
  }

  @Test
  void theEventsPageListsEveryType() throws IOException {
    var page = Files.readString(EVENTS);
    assertThat(page).contains(FROM).contains(TO);
    var before = page.substring(0, page.indexOf(FROM) + FROM.length());
    var after = page.substring(page.indexOf(TO));
    check(EVENTS, before + "\n" + ContractPages.table(EventContract.all()) + after);
  }

  private static void check(Path file, String expected) throws IOException {
    if (Boolean.getBoolean("contracts.renew")) {
      Files.writeString(file, expected);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "").as(RENEW).isEqualTo(expected);
  }
}
