package org.handrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How the first journey begins, as people do it: on a phone, in a real browser. */
class BrowserIT {

  private static final Coalition COALITION = Coalition.running();
  private static final String NAME = "Gwen";

  @Test
  void peopleSignInAtTheirOwnOrganizationAndSomebodyIsMet() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    try (var playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = chromium(playwright)) {
      var maya = signedIn(browser, "maya@riverbend.example");
      signedIn(browser, "hana@harborlight.example");
      register(maya);
      enrol(maya);
    }
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
  private static Page signedIn(Browser browser, String user) {
    var page =
        browser
            .newContext(
                new Browser.NewContextOptions().setViewportSize(390, 844).setLocale("en-US"))
            .newPage();
    page.setDefaultTimeout(20_000);
    page.navigate(COALITION.origin().toString());
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in").setExact(true))
        .click();
    page.locator("#username").fill(user);
    page.locator("#kc-login").click();
    page.locator("#password").fill(Coalition.PASSWORD);
    page.locator("#kc-login").click();
    assertThat(
            page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(Pattern.compile("^Hello"))))
        .isVisible();
    picture(page, user.substring(0, user.indexOf('@')) + "-home");
    return page;
  }

  private static void register(Page page) {
    link(page, "Register a client");
    page.getByLabel("Name to use").fill(NAME);
    page.getByLabel("Phone").fill("555-0100");
    picture(page, "register");
    button(page, "Register");
  }

  private static void enrol(Page page) {
    button(page, "Record that the notice was given");
    assertThat(page.getByText("Given on").first()).isVisible();
    button(page, "Record that both signed");
    assertThat(page.getByText("Signed on").first()).isVisible();
    picture(page, "enrolment");
    button(page, "Enrol");
    isWithClient(page);
  }

  private static void isWithClient(Page page) {
    assertThat(
            page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(NAME).setExact(true)))
        .isVisible();
  }

  private static void link(Page page, String name) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first().click();
  }

  private static void button(Page page, String name) {
    Locator button =
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    button.click();
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/pictures/" + name + ".png")));
  }
}
