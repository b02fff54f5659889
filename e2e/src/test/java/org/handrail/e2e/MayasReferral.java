package org.handrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.handrail.e2e.MayasPhone.NAME;
import static org.handrail.e2e.MayasPhone.SERVICE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** From the client's choice to the referral that left: on the same phone, a step at a time. */
final class MayasReferral {

  private static final String PLACE = "Harborlight Treatment Center";

  private static final List<String> WHAT_ONLY_THE_CLIENT_SAYS =
      List.of(
          "The place may tell us how it goes",
          "A health care provider may pass it on as HIPAA permits, but never for proceedings"
              + " against me.",
          "What is passed on may lose the protection of the federal rules.",
          "If I do not sign, it is not shared. My peer support goes on all the same.");

  private static final String PAPER = "To be signed, word for word";

  private final Screen screen;

  MayasReferral(Screen screen) {
    this.screen = screen;
  }

  void preparesTheReferral(String words) {
    screen.write("What the place should know, in your client’s words", words);
    screen.picture("chosen");
    screen.press("Prepare the referral");
    assertThat(screen.heading("Who may know what?")).isVisible();
    screen.picture("referral-without-consent");
  }

  /** Whoever comes back to the choice is led to the referral that they prepared. */
  void comesBackToTheChoice() {
    screen.page().goBack();
    assertThat(screen.heading("A referral is under way")).isVisible();
    screen.picture("choice-under-way");
    screen.follow("Go to the referral");
    assertThat(screen.heading("Who may know what?")).isVisible();
  }

  /** Gives the address at which the referral stands, for either side. */
  String address() {
    return screen.page().url().replaceAll("^.*(?=/referrals/)", "");
  }

  void drawsUpTheConsent() {
    screen.follow("Draw up a consent for this");
    var page = screen.page();
    assertThat(page.getByLabel("Who may receive it?")).hasValue("harborlight");
    assertThat(page.getByLabel("What exactly, in plain words"))
        .hasValue("How to reach me, and what I ask for: " + SERVICE + " at " + PLACE + ".");
    screen.press("Read it together");
    screen.says("The consent is not complete");
    assertThat(screen.the(AriaRole.ARTICLE, PAPER)).isHidden();
    screen.picture("consent-lacking");
    screen.follow("Referral");
    screen.follow("Go on with the consent");
    assertThat(page.getByText("You go on with what nobody has signed yet.")).isVisible();
    for (var theirs : WHAT_ONLY_THE_CLIENT_SAYS) {
      assertThat(screen.the(AriaRole.CHECKBOX, theirs)).not().isChecked();
      screen.tick(theirs);
    }
    screen.picture("consent");
    screen.press("Read it together");
  }

  void recordsTheSignature() {
    assertThat(screen.the(AriaRole.ARTICLE, PAPER))
        .containsText(
            "I, " + NAME + ", allow: Harborlight Treatment Center, Riverbend Peer Center");
    screen.picture("consent-paper");
    screen.press("Record the signature");
  }

  void seesWhatThePlaceWillSee(String words) {
    var willSee = section("What " + PLACE + " will see");
    assertThat(willSee).containsText(words);
    assertThat(willSee).containsText("555-0100");
    screen.says("You will hear how it goes");
    screen.picture("referral-to-send");
  }

  void sends() {
    screen.press("Send the referral");
    screen.says("Referral received");
    assertThat(section("What " + PLACE + " sees")).containsText("555-0100");
    screen.picture("referral-sent");
  }

  private Locator section(String heading) {
    return screen
        .page()
        .locator("section", new Page.LocatorOptions().setHas(screen.heading(heading)));
  }
}
