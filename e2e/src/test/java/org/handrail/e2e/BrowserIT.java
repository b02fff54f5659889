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

/** The first journey once more, as people do it: on a phone, in a real browser. */
class BrowserIT {

  private static final Coalition COALITION = Coalition.running();
  private static final String NAME = "Gwen";

  @Test
  void somebodyIsMetChoosesConsentsAndArrives() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    try (var playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = chromium(playwright)) {
      var maya = signedIn(browser, "maya@riverbend.example");
      var hana = signedIn(browser, "hana@harborlight.example");
      register(maya);
      enrol(maya);
      plan(maya);
      consent(maya);
      choose(maya);
      send(maya);
      answer(hana);
      picture(maya, "maya-knows");
      assertThat(maya.getByText("They came").first()).isVisible();
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
    button(page, "Record that both signed");
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

  private static void plan(Page page) {
    client(page);
    link(page, "Go to the plan");
    button(page, "Begin the plan");
    page.getByLabel("What does " + NAME + " want?").fill("Wake up without being sick");
    page.getByLabel("What is it about?").selectOption(new String[] {"individual-therapy"});
    page.getByLabel(NAME + " said it").check();
    button(page, "Write the goal down");
    assertThat(page.getByText("Wake up without being sick").first()).isVisible();
    button(page, "Record that they did");
    picture(page, "plan");
  }

  private static void consent(Page page) {
    client(page);
    link(page, "Draw up a consent");
    page.getByLabel("Name of the client").fill(NAME + " Example");
    page.getByLabel("Who may receive it?").selectOption("harborlight");
    page.getByLabel("Name and contact").check();
    page.getByLabel("What the referral is about").check();
    page.getByLabel("What exactly, in plain words").fill("How to reach me, and whether I arrived");
    page.getByLabel("The place may tell us how it goes").check();
    page.getByLabel("Treatment", new Page.GetByLabelOptions().setExact(true)).check();
    for (var told :
        page.getByRole(
                AriaRole.GROUP, new Page.GetByRoleOptions().setName("What your client was told"))
            .getByRole(AriaRole.CHECKBOX)
            .all()) {
      told.check();
    }
    page.getByLabel("Last day").fill("2027-06-30");
    button(page, "Read it together");
    picture(page, "consent-read-together");
    button(page, "Record the signature");
    assertThat(page.getByText("In force").first()).isVisible();
  }

  private static void choose(Page page) {
    client(page);
    link(page, "Present options");
    page.getByLabel("Search places").fill("harborlight");
    button(page, "Search");
    var places = page.getByRole(AriaRole.CHECKBOX);
    places.nth(0).check();
    places.nth(1).check();
    picture(page, "options");
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(Pattern.compile("^Present these options")))
        .click();
    page.getByRole(AriaRole.RADIO).first().check();
    button(page, "Record the choice");
    button(page, "Prepare the referral");
  }

  private static void send(Page page) {
    picture(page, "before-sending");
    button(page, "Send the referral");
    assertThat(page.getByText("Arrived").first()).isVisible();
  }

  private static void answer(Page page) {
    page.getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions()
                .setName(Pattern.compile("Read and answer|See who is waiting")))
        .click();
    assertThat(page.getByText("42 CFR part 2").first()).isVisible();
    picture(page, "intake-reads");
    for (var answer : List.of("We have read it", "We accept", "They came")) {
      page.getByLabel(answer).check();
      button(page, "Send this answer");
    }
  }

  private static void client(Page page) {
    link(page, "My clients");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile(NAME)))
        .first()
        .click();
    isWithClient(page);
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
