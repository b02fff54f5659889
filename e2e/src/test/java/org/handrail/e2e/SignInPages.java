package org.handrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.SelectOption;

/** Keycloak's pages, as somebody meets them who does not get in at once. */
final class SignInPages {

  static final String NOT_TOGETHER = "The address and the password do not fit together";

  private final Screen screen;

  SignInPages(Screen screen) {
    this.screen = screen;
  }

  /** Gives the address, and is sent to where its password is asked for. */
  void asks(String address) {
    screen.page().locator("#username").fill(address);
    screen.page().locator("#kc-login").click();
    assertThat(screen.page().locator("#password")).isVisible();
    screen.picture("sign-in-password");
  }

  void tries(String password) {
    screen.page().locator("#password").fill(password);
    screen.page().locator("#kc-login").click();
    screen.picture("sign-in-not-together");
  }

  void says(String text) {
    assertThat(screen.page().getByText(text).first()).isVisible();
  }

  /** It asks first, and then for the address of whoever comes next. */
  void endsWhatItKnows() {
    screen.page().locator("#kc-logout").click();
    assertThat(screen.page().locator("#username")).isVisible();
  }

  void saysNothingOfHandrailsOwnPassword() {
    assertThat(screen.page().locator("#handrail-hint")).hasCount(0);
  }

  void inSpanish() {
    screen
        .page()
        .locator("#login-select-toggle")
        .selectOption(new SelectOption().setLabel("Spanish (Español)"));
    screen.picture("sign-in-spanish");
  }
}
