package org.handrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/**
 * Somebody writes on a phone in a car park: in a hurry, without signal, signed in since long ago.
 */
final class RoughSignal {

  private static final String NAME = "Eve";

  private final Screen screen;

  RoughSignal(Screen screen) {
    this.screen = screen;
  }

  void sendsTooEarly() {
    screen.follow("Register a client");
    screen.press("Register");
    screen.says("Please fill this in.");
    assertThat(name()).isFocused();
    screen.picture("register-too-early");
  }

  void losesTheConnection() {
    name().fill(NAME);
    phone().setOffline(true);
    assertThat(line()).hasText("No connection");
    screen.press("Register");
    assertThat(screen.page().getByRole(AriaRole.ALERT)).containsText("No connection");
    screen.picture("register-no-connection");
    phone().setOffline(false);
    assertThat(line()).not().hasText("No connection");
  }

  /** Afresh: what was read a moment ago would be shown for as long as it is new. */
  void looksForTheirPeople() {
    screen.page().reload();
    screen.follow("My clients");
  }

  void hearsThatAPartIsAway() {
    screen.says("A part of Handrail does not answer");
    assertThat(screen.the(AriaRole.BUTTON, "Try again")).isVisible();
    screen.picture("part-away");
  }

  /** Nobody touches this page. */
  void seesTheirPeople() {
    screen.says("Nobody yet. Register somebody when they want peer support.");
  }

  void isSignedOutMeanwhile() {
    phone().clearCookies(new BrowserContext.ClearCookiesOptions().setName("SESSION"));
    // What is read in the background may learn of it first, and stand before the button.
    screen.the(AriaRole.BUTTON, "Register").dispatchEvent("click");
    assertThat(again()).isVisible();
    screen.picture("sign-in-ended");
  }

  /** Whoever finds the phone sees nothing, however often they press Escape. */
  void keepsItCovered() {
    for (int i = 0; i < 5; i++) {
      screen.page().keyboard().press("Escape");
      assertThat(again()).isVisible();
    }
    assertThat(name()).isHidden();
    assertThat(screen.page().getByRole(AriaRole.BANNER)).isHidden();
  }

  /** In another tab; at their organization they may still be known. */
  void signsInAgain() {
    var tab = screen.page().waitForPopup(() -> screen.follow("Sign in again"));
    assertThat(tab).hasTitle("Home · Handrail");
    tab.close();
    assertThat(again()).hasCount(0);
  }

  void findsWhatTheyWroteAndGoesOn() {
    assertThat(name()).hasValue(NAME);
    assertThat(screen.page().getByRole(AriaRole.ALERT)).hasCount(0);
    screen.press("Register");
    assertThat(screen.heading("Begin with " + NAME)).isVisible();
  }

  void goesToNowhere() {
    screen.page().evaluate("location.assign('/nope')");
    assertThat(screen.heading("Nothing here")).isVisible();
    screen.picture("nothing-here");
  }

  private Locator name() {
    return screen.page().getByLabel("Name to use");
  }

  private Locator again() {
    return screen.the(AriaRole.DIALOG, "Please sign in again");
  }

  /** Whether news come in, at the top of every screen. */
  private Locator line() {
    return screen.page().getByRole(AriaRole.BANNER).getByRole(AriaRole.STATUS);
  }

  private BrowserContext phone() {
    return screen.page().context();
  }
}
