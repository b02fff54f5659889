package org.handrail.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever is asked to look at something has an address for it, by the id that the asking tells. */
class AskingsLeadSomewhereTest {
  private static final Path EVENTS = Path.of("..", "docs", "events.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z-]+)` \\| `(/api/[^`]+)` \\|", Pattern.MULTILINE);

  @Test
  void eachKindOfSubjectStandsAtAnAddressThatTakesItsIdAlone() throws IOException {
    var addresses = addresses();
    var paths = description().at("/paths");
    var kinds = AskedOf.kinds();
    assertThat(kinds).hasSizeGreaterThan(10);
    assertSoftly(
        softly ->
            kinds.forEach(
                (kind, where) -> {
                  var address = addresses.get(kind);
                  softly.assertThat(address).as("%s, asked by %s", kind, where).isNotNull();
                  if (address != null) {
                    softly.assertThat(address).as(kind).matches("[^{]*\\{[a-z]+}");
                    softly.assertThat(paths.path(address).has("get")).as(address).isTrue();
                  }
                }));
    assertThat(addresses.keySet()).as("what docs/events.md tells").isEqualTo(kinds.keySet());
  }

  private static Map<String, String> addresses() throws IOException {
    return ROW.matcher(Files.readString(EVENTS))
        .results()
        .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
  }

  private static JsonNode description() throws IOException {
    try (var document =
        AskingsLeadSomewhereTest.class.getResourceAsStream("/openapi/client-service.json")) {
      return new JsonMapper().readTree(Objects.requireNonNull(document));
    }
  }
}
