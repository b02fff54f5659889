package org.handrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** What a Peer Recovery Specialist does with a client, a step at a time. */
final class MayasPhone {

  static final String NAME = "Ana";
  static final String SERVICE = "Residential treatment";

  private final Screen screen;

  MayasPhone(Screen screen) {
    this.screen = screen;
  }

  void registersSomebody() {
    screen.picture("home");
    screen.follow("Register a client");
    screen.write("Name to use", NAME);
    screen.write("Phone", "555-0100");
    screen.tick("We may call");
    screen.picture("register");
    screen.press("Register");
  }

  void recordsTheNoticeAndTheAgreement() {
    assertThat(screen.heading("Begin with " + NAME)).isVisible();
    screen.picture("enrolment");
    screen.press("Record that the notice was given");
    assertThat(screen.page().getByText(Pattern.compile("^Given on"))).isVisible();
    screen.press("Record that both signed");
    assertThat(screen.page().getByText(Pattern.compile("^Signed on"))).isVisible();
    screen.picture("enrolment-recorded");
    screen.press("Enrol");
  }

  void writesTheGoalDown(String words) {
    assertThat(screen.heading(NAME + "’s plan")).isVisible();
    screen.picture("plan-empty");
    screen.write("What does " + NAME + " want?", words);
    screen.select("What is it about?", "Individual therapy");
    screen.press("Write the goal down");
    screen.says(words);
  }

  void writesTheMilestoneDown(String words) {
    screen.unfold("Add a milestone");
    screen.write("How will " + NAME + " know that they are getting there?", words);
    screen.tick("Ask about it when a referral was attended");
    screen.picture("plan-milestone");
    screen.press("Write the milestone down");
    screen.says(words);
  }

  void recordsThatTheClientActivatesThePlan() {
    screen.picture("plan-draft");
    screen.press("Record that it begins");
    assertThat(screen.heading("Look for places together")).isVisible();
    screen.picture("plan-active");
  }

  void showsTwoPlaces() {
    screen.follow("Present options");
    screen.select("What is it for?", "Residential treatment");
    screen.tick(SERVICE);
    screen.tick("Residential treatment for women with children");
    screen.picture("options");
    screen.press("Present these options (2)");
  }

  void recordsTheChoice() {
    assertThat(screen.heading("The choice")).isVisible();
    assertThat(screen.the(AriaRole.RADIO, SERVICE)).not().isChecked();
    screen.picture("choice");
    screen.choose(SERVICE);
    screen.press("Record the choice");
    assertThat(screen.heading(NAME + " chose " + SERVICE)).isVisible();
  }

  /** The answer shows up by itself. */
  void sees(String answer) {
    screen.says(answer);
  }

  void isToldAtHome(String news) {
    screen.follow("Home");
    var line =
        screen
            .page()
            .getByRole(AriaRole.MAIN)
            .getByRole(AriaRole.LINK)
            .filter(new Locator.FilterOptions().setHasText(news))
            .first();
    assertThat(line).containsText(NAME);
    screen.picture("home-news");
    line.click();
    assertThat(screen.heading(SERVICE)).isVisible();
    assertThat(screen.page().getByText(HanasDesk.INTAKE)).isVisible();
    screen.picture("referral-answered");
  }

  void waitsAtTheClientsPage() {
    screen.follow("Client");
    assertThat(screen.heading(NAME)).isVisible();
    screen.says("On the way");
    screen.picture("client");
  }

  void recordsThatTheClientMarksTheMilestone(String words) {
    assertThat(screen.heading("Did " + NAME + " reach a milestone?")).isVisible();
    screen.picture("client-milestone");
    screen.follow("Ask and mark");
    assertThat(screen.heading("Reached? " + NAME + " decides")).isVisible();
    screen.write("In their words", words);
    screen.picture("plan-proposed");
    screen.press("Record that it is reached");
    screen.says("Reached");
    screen.picture("plan-reached");
  }

  /** One release there, and one for each answer. */
  void seesWhoSawWhat(int answers) {
    screen.follow("Client");
    assertThat(screen.heading("What does " + NAME + " want next?")).isVisible();
    var ledger = screen.the(AriaRole.LIST, "Who was told what").getByRole(AriaRole.LISTITEM);
    assertThat(ledger.filter(with("Riverbend told Harborlight"))).hasCount(1);
    assertThat(ledger.filter(with("Riverbend told Harborlight")))
        .containsText("Name and contact; What the referral is about");
    assertThat(ledger.filter(with("Harborlight told Riverbend"))).hasCount(answers);
    assertThat(ledger.filter(with("They came"))).hasCount(1);
    screen.picture("client-ledger");
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  void signsOut() {
    var page = screen.page();
    var address = page.url();
    screen.press("Sign out");
    assertThat(screen.the(AriaRole.LINK, "Sign in")).isVisible();
    page.navigate(address);
    assertThat(screen.the(AriaRole.LINK, "Sign in")).isVisible();
    assertThat(page.getByText(NAME)).hasCount(0);
  }
}
