package org.handrail.e2e;

import org.handrail.platform.fixtures.Proves;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The first journey as people make it: with their fingers, on a phone, in a real browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserIT {

  private static final Coalition COALITION = Coalition.running();
  private static final String GOAL = "Wake up without being sick and take my daughter to school";
  private static final String MILESTONE = "I walk through their door";
  private static final String FOR_THE_PLACE = "Mornings are hardest. My sister can drive me.";

  @Test
  @Proves({"P2-NOT-1", "P2-NOT-2", "PRS-PLAN-1"})
  void somebodyIsMetChoosesConsentsAndArrives() {
    try (var browsers = Browsers.of(COALITION)) {
      var phone = browsers.signedIn("maya@riverbend.example");
      var maya = new MayasPhone(phone);
      var leaving = new MayasReferral(phone);
      var hana = new HanasDesk(browsers.signedIn("hana@harborlight.example"));
      hana.opensTheListOfReferrals();

      maya.registersSomebody();
      maya.recordsTheNoticeAndTheAgreement();
      maya.writesTheGoalDown(GOAL);
      maya.writesTheMilestoneDown(MILESTONE);
      maya.recordsThatTheClientActivatesThePlan();
      maya.showsTwoPlaces();
      maya.recordsTheChoice();
      leaving.preparesTheReferral(FOR_THE_PLACE);
      leaving.comesBackToTheChoice();
      var referral = leaving.address();
      leaving.drawsUpTheConsent();
      leaving.recordsTheSignature();
      leaving.seesWhatThePlaceWillSee(FOR_THE_PLACE);
      hana.seesNothingOf(referral);
      leaving.sends();

      hana.seesItArrive(referral);
      hana.readsTheDisclosure(referral, FOR_THE_PLACE);
      hana.acknowledges();
      maya.sees("Read");
      hana.acceptsWithATime();
      maya.sees("Accepted, with a time for intake");
      maya.isToldAtHome("Your client was accepted");
      maya.waitsAtTheClientsPage();
      hana.marksAttended();
      maya.recordsThatTheClientMarksTheMilestone("I did it");
      hana.marksEngaged();
      hana.completes();
      maya.seesWhoSawWhat(5);
      maya.signsOut();
    }
  }

  // Last: it takes a part away from the coalition that the others walk on.
  @Test
  @Order(Integer.MAX_VALUE)
  void aPartThatIsAwayIsSpokenOfAndIsThereAgainByItself() {
    try (var browsers = Browsers.of(COALITION)) {
      var paul = new RoughSignal(browsers.signedIn("paul@riverbend.example"));
      COALITION.kill9("client-service");
      try {
        paul.looksForTheirPeople();
        paul.hearsThatAPartIsAway();
      } finally {
        COALITION.mend();
      }
      paul.seesTheirPeople();
    }
  }

  @Test
  @Order(Integer.MAX_VALUE - 1)
  void aSignOutThatTheSignInServiceMissedIsFinishedBeforeAnybodySignsIn() {
    try (var browsers = Browsers.of(COALITION)) {
      var phone = browsers.signedIn("maya@riverbend.example");
      COALITION.kill9("keycloak");
      try {
        phone.press("Sign out");
        phone.says("Finish signing out");
        phone.picture("sign-out-unfinished");
      } finally {
        COALITION.mend();
      }
      phone.follow("Sign in");
      new SignInPages(phone).endsWhatItKnows();
      phone.signInAtTheirOrganization("paul@riverbend.example");
      phone.says("Hello, Paul Okafor");
    }
  }

  @Test
  void whoeverMistypesAtTheSignInIsToldWhatToDo() {
    try (var browsers = Browsers.of(COALITION)) {
      var partners = new SignInPages(browsers.aboutToSignIn("maya"));
      partners.asks("maya@riverbend.example");
      partners.saysNothingOfHandrailsOwnPassword();
      partners.tries("not this one");
      partners.says(SignInPages.NOT_TOGETHER);

      var nobodys = new SignInPages(browsers.aboutToSignIn("stranger"));
      nobodys.asks("maya@rivrebend.example");
      nobodys.says("No organization’s own sign-in page belongs to this address.");
      nobodys.tries("not this one");
      nobodys.says(SignInPages.NOT_TOGETHER);
      nobodys.inSpanish();
      nobodys.says(
          "Ninguna página de acceso propia de una organización corresponde a esta dirección.");
    }
  }

  @Test
  void whatSomebodyWroteOutlivesSlipsNoSignalAndAnEndedSignIn() {
    try (var browsers = Browsers.of(COALITION)) {
      var mina = new RoughSignal(browsers.signedIn("mina@riverbend.example"));
      mina.sendsTooEarly();
      mina.losesTheConnection();
      mina.isSignedOutMeanwhile();
      mina.keepsItCovered();
      mina.signsInAgain();
      mina.findsWhatTheyWroteAndGoesOn();
      mina.goesToNowhere();
    }
  }
}
