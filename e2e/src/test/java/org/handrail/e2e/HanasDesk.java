package org.handrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** What the intake of the place that was chosen does with a referral. */
final class HanasDesk {

  private static final String SHORT_NOTICE =
      "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

  /** What both sides read first, once there is a time. */
  static final Pattern INTAKE = Pattern.compile("^Intake: \\w+ \\d+, ");

  private final Screen screen;

  HanasDesk(Screen screen) {
    this.screen = screen;
  }

  void opensTheListOfReferrals() {
    screen.pictures("home");
    screen.follow("Referrals");
    screen.says("Sent to us");
  }

  /** Nobody touches this page. */
  void seesNothingOf(String referral) {
    assertThat(lineOf(referral)).hasCount(0);
  }

  void seesItArrive(String referral) {
    assertThat(lineOf(referral)).containsText("Referral received");
    screen.pictures("referrals");
  }

  private Locator lineOf(String referral) {
    return screen
        .page()
        .getByRole(AriaRole.LINK)
        .and(screen.page().locator("[href='" + referral + "']"));
  }

  void readsTheDisclosure(String referral, String words) {
    lineOf(referral).click();
    assertThat(screen.heading("What the client lets you know")).isVisible();
    screen.says(words);
    assertThat(screen.the(AriaRole.LINK, "555-0100")).hasAttribute("href", "tel:5550100");
    var notice = screen.the(AriaRole.NOTE, "Notice and scope");
    assertThat(notice).containsText(SHORT_NOTICE);
    assertThat(notice).containsText("Treatment");
    assertThat(notice).containsText("Name and contact; What the referral is about");
    screen.pictures("referral");
  }

  void acknowledges() {
    answers("We have read it", "Read");
  }

  void acceptsWithATime() {
    screen.choose("We accept");
    screen.write(
        "Time of the intake",
        LocalDateTime.now(ZoneId.systemDefault())
            .plusDays(2)
            .truncatedTo(ChronoUnit.MINUTES)
            .toString());
    screen.pictures("accepting");
    answers("We accept", "Accepted, with a time for intake");
    assertThat(screen.page().getByText(INTAKE)).isVisible();
  }

  void marksAttended() {
    answers("They came", "They came");
  }

  void marksEngaged() {
    answers("They take part", "Taking part");
  }

  void completes() {
    answers("Completed", "Completed");
    assertThat(screen.heading("Nothing to answer")).isVisible();
    screen.pictures("completed");
  }

  private void answers(String answer, String standing) {
    screen.choose(answer);
    screen.press("Send this answer");
    screen.says(standing);
  }
}
