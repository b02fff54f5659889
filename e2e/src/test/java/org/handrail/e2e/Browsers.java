package org.handrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Chromium, and a phone in it for each person. */
final class Browsers implements AutoCloseable {

  private static final double PATIENCE_MILLIS = 20_000;

  private final Playwright playwright;
  private final Browser chromium;
  private final URI origin;

  private Browsers(Playwright playwright, Browser chromium, URI origin) {
    this.playwright = playwright;
    this.chromium = chromium;
    this.origin = origin;
  }

  static Browsers of(Coalition coalition) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Browsers(playwright, chromium(playwright), coalition.origin());
  }

  private static Browser chromium(Playwright playwright) {
    var executable = System.getenv().getOrDefault("HANDRAIL_CHROMIUM", "/usr/bin/chromium");
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(executable))
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync")));
  }

  /** Somebody's phone, signed in at their own organization's page. */
  Screen signedIn(String user) {
    var screen = aboutToSignIn(user.substring(0, user.indexOf('@')));
    screen.signInAtTheirOrganization(user);
    assertThat(screen.page()).hasTitle("Home · Handrail");
    return screen;
  }

  /** Somebody's phone, where they are asked for their address. */
  Screen aboutToSignIn(String whose) {
    // Colours that are still on their way to others cannot be judged.
    var context =
        chromium.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(Screen.PHONE)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-US"));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    Accessibility.bringInto(context);
    var screen = new Screen(context.newPage(), whose);
    screen.page().navigate(origin.toString());
    screen.picture("welcome");
    screen.follow("Sign in");
    return screen;
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
