package org.handrail.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handrail.client.AskedOf.Asking;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever is asked to look at something has an address for it, by the id that the asking tells. */
class AskingsLeadSomewhereTest {
  private static final Path EVENTS = Path.of("..", "docs", "events.md");
  private static final Pattern OF_KIND =
      Pattern.compile("^\\| `([a-z-]+)` \\| `(/api/[^`]+)` \\|$", Pattern.MULTILINE);
  // What somebody is asked to look at who does not see the client themselves.
  private static final Pattern OF_CODE =
      Pattern.compile("^\\| `([a-z-]+)` \\| `[a-z-]+` \\| `(/api/[^`]+)` \\|$", Pattern.MULTILINE);

  @Test
  void eachKindOfSubjectStandsAtAnAddressThatTakesItsIdAlone() throws IOException {
    var addresses = addresses(OF_KIND);
    var paths = description().at("/paths");
    var kinds = AskedOf.all().stream().map(Asking::kind).collect(Collectors.toSet());
    assertThat(kinds).hasSizeGreaterThan(10);
    assertThat(addresses.keySet()).as("what docs/events.md tells").isEqualTo(kinds);
    assertSoftly(
        softly -> {
          addresses.forEach(
              (kind, address) -> softly.assertThat(address).as(kind).matches("[^{]*\\{[a-z]+}"));
          Stream.concat(addresses.values().stream(), addresses(OF_CODE).values().stream())
              .forEach(
                  address -> {
                    softly.assertThat(address).matches("[^{]*\\{[a-zA-Z]+}[^{]*");
                    softly.assertThat(paths.path(address).has("get")).as(address).isTrue();
                  });
        });
  }

  @Test
  void whoeverIsAskedByTheirRoleMayReadWhatTheyAreAskedToLookAt() {
    var ofKind = addresses(OF_KIND);
    var ofCode = addresses(OF_CODE);
    assertSoftly(
        softly ->
            AskedOf.all()
                .forEach(
                    asking -> {
                      var address =
                          ofCode.getOrDefault(
                              asking.code(), ofKind.getOrDefault(asking.kind(), "nowhere"));
                      softly
                          .assertThat(AllowedThere.toRead(address))
                          .as("%s leads to %s", asking, address)
                          .containsAll(asking.roles());
                    }));
  }

  private static Map<String, String> addresses(Pattern row) {
    try {
      return row.matcher(Files.readString(EVENTS))
          .results()
          .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode description() throws IOException {
    try (var document =
        AskingsLeadSomewhereTest.class.getResourceAsStream("/openapi/client-service.json")) {
      return new JsonMapper().readTree(Objects.requireNonNull(document));
    }
  }
}
