package org.handrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;

/** What somebody sees, found by what it says, and what they do there. */
final class Screen {

  static final ViewportSize PHONE = new ViewportSize(390, 844);
  private static final ViewportSize DESK = new ViewportSize(1280, 900);

  private final Page page;
  private final String whose;

  Screen(Page page, String whose) {
    this.page = page;
    this.whose = whose;
  }

  Page page() {
    return page;
  }

  /** At Keycloak: the address, and then the page of the organization that it belongs to. */
  void signInAtTheirOrganization(String user) {
    page.locator("#username").fill(user);
    page.locator("#kc-login").click();
    page.locator("#password").fill(Coalition.PASSWORD);
    page.locator("#kc-login").click();
  }

  /** The one thing of that kind and exactly that name. */
  Locator the(AriaRole kind, String name) {
    return page.getByRole(kind, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator heading(String name) {
    return the(AriaRole.HEADING, name);
  }

  void follow(String link) {
    the(AriaRole.LINK, link).click();
  }

  void press(String button) {
    the(AriaRole.BUTTON, button).click();
  }

  void tick(String box) {
    the(AriaRole.CHECKBOX, box).check();
  }

  void choose(String radio) {
    the(AriaRole.RADIO, radio).check();
  }

  void unfold(String summary) {
    page.getByText(summary, new Page.GetByTextOptions().setExact(true)).first().click();
  }

  void write(String field, String text) {
    page.getByLabel(field).fill(text);
  }

  void select(String field, String choice) {
    page.getByLabel(field).selectOption(choice);
  }

  /** The main part says so somewhere, now or soon, without anybody touching anything. */
  void says(String text) {
    assertThat(saying(text)).isVisible();
  }

  Locator saying(String text) {
    return page.getByRole(AriaRole.MAIN)
        .getByText(text, new Locator.GetByTextOptions().setExact(true))
        .first();
  }

  /** Keeps a picture for whoever wants to look, and lets nothing through that keeps people out. */
  void picture(String name) {
    isSettled();
    shoot(name);
    Accessibility.check(page, whose + "'s " + name);
  }

  /** As {@link #picture}, on a desk too. */
  void pictures(String name) {
    picture(name);
    page.setViewportSize(DESK.width, DESK.height);
    shoot(name + "-desk");
    page.setViewportSize(PHONE.width, PHONE.height);
  }

  private void isSettled() {
    assertThat(page.getByText("One moment…")).hasCount(0);
    assertThat(page.getByText("Sending…")).hasCount(0);
  }

  /** As high as the page is: the places at the lower edge would stand in its middle. */
  private void shoot(String name) {
    var size = page.viewportSize();
    int height = (int) page.evaluate("document.documentElement.scrollHeight");
    page.setViewportSize(size.width, Math.max(size.height, height));
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/pictures/" + whose + "-" + name + ".png")));
    page.setViewportSize(size.width, size.height);
  }
}
