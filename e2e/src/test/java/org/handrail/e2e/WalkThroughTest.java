package org.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WalkThroughTest {

  private static final String PAGE =
      """
      # Somebody is met

      ```sh
      as maya GET /api/clients
      echo done
      ```
      ```text
      HTTP 200
        "id": "…",
      ```

      Then:

      ```sh
      CLIENT=1
      ```
      """;

  private final WalkThrough page = WalkThrough.of("page.md", PAGE.lines().toList());

  @Test
  void aPageIsItsCommandsAndWhatOneSeesAfterEach() {
    assertThat(page.steps())
        .containsExactly(
            new WalkThrough.Step(
                4,
                List.of("as maya GET /api/clients", "echo done"),
                List.of("HTTP 200", "  \"id\": \"…\",")),
            new WalkThrough.Step(15, List.of("CLIENT=1"), List.of()));
    assertThat(page.script("@"))
        .isEqualTo(
            """
            echo '@0'
            as maya GET /api/clients
            echo done
            echo '@1'
            CLIENT=1
            echo '@end'
            """);
  }

  @Test
  void eachPromisedLineComesInItsOrderAndOthersMayStandBetween() {
    var step = page.steps().getFirst();
    assertThat(step.missing(List.of("HTTP 200", "{", "  \"a\": 1,", "  \"id\": \"7\"", "}")))
        .isEmpty();
    assertThat(step.missing(List.of("  \"id\": \"7\"", "HTTP 200")))
        .containsExactly("  \"id\": \"…\",");
    assertThat(step.missing(List.of("HTTP 2001", "\"id\": \"7\"")))
        .containsExactly("HTTP 200", "  \"id\": \"…\",");
  }

  @Test
  void aPageThatWouldPromiseNothingIsRefused() {
    for (var wrong : List.of("```text\nHTTP 200\n```", "```sh\necho 1", "```bash\necho 1\n```")) {
      assertThatThrownBy(() -> WalkThrough.of("page.md", wrong.lines().toList()))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("page.md:1");
    }
  }
}
