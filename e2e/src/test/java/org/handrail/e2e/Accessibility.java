package org.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;

/**
 * What axe-core finds that keeps people out. Its serious and critical findings fail the test, by
 * day and, for the contrast of colours, by night.
 */
final class Accessibility {

  private static final Path AXE =
      Path.of(System.getProperty("handrail.repository", ".."))
          .resolve("web/node_modules/axe-core/axe.min.js");

  private static final String LOOK =
      """
      async rules => {
        const found = await axe.run(document, rules.length > 0 ? { runOnly: rules } : {});
        return found.violations
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .flatMap(({ id, help, nodes }) =>
            nodes.map(node => `${id} (${help}): ${node.target.join(" ")} ${node.failureSummary}`));
      }
      """;

  private Accessibility() {}

  /** Has to be there before a page is: its policy lets no script in afterwards. */
  static void bringInto(BrowserContext context) {
    context.addInitScript(AXE);
  }

  static void check(Page page, String screen) {
    assertThat(found(page, List.of())).as("on " + screen).isEmpty();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(found(page, List.of("color-contrast"))).as("on " + screen + ", at night").isEmpty();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  /** By all rules, if none is named. */
  private static List<?> found(Page page, List<String> rules) {
    return (List<?>) page.evaluate(LOOK, rules);
  }
}
