package org.handrail.referral.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.referral.opening.MayasOpenings.offer;
import static org.handrail.referral.opening.MayasOpenings.offered;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.LockWaits;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.fixtures.ToldMerges;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.referral.TimePassing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** While places are asked about a need of a person nothing is sent for it, whoever sends. */
@ReferralServiceIT
class OneNeedIT {
  private static final DoorServer DOOR = Coalition.DOOR;
  private static final AgencyId RIVERBEND = new AgencyId("riverbend");

  private final ExecutorService others = Executors.newFixedThreadPool(2);
  private final Coalition coalition;
  private final MayasOpenings maya;
  private final TimePassing time;
  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final ToldMerges merges;

  OneNeedIT(Coalition coalition, TimePassing time, Transactions transactions, JdbcClient jdbc) {
    this.coalition = coalition;
    this.time = time;
    this.transactions = transactions;
    this.jdbc = jdbc;
    maya = new MayasOpenings(coalition);
    merges = new ToldMerges(transactions, jdbc, RIVERBEND);
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @AfterEach
  void end() {
    others.close();
    DOOR.reset();
    time.backToNow();
  }

  @Test
  void whatIsAtTheDoorForItGoesBeforePlacesAreAsked() {
    UUID client = coalition.client();
    UUID earlier = coalition.chosen(client);
    UUID set = coalition.ranked(client);
    DOOR.holds();
    UUID waiting = coalition.sent(earlier);

    Answer refused = maya.open(set).isProblem(409, "choice-under-way");
    assertThat(refused.at("/referralId")).isEqualTo(waiting.toString());

    maya.open(coalition.ranked(coalition.client())).isCreated();
    DOOR.answerNow();
    coalition.requesterSees(waiting, "delivered");
    maya.open(set).isCreated();
  }

  @Test
  void whatNobodyAnswersGoesNoFurtherWhilePlacesAreAsked() {
    UUID client = coalition.client();
    UUID earlier = coalition.ranked(client);
    UUID referral = coalition.delivered(coalition.ranked(client));
    time.carried();
    maya.open(earlier).isCreated();

    time.later(Duration.ofMinutes(151));
    time.later(Duration.ofMinutes(91));

    assertExpired(referral);
  }

  @Test
  void whatNobodyAnswersGoesNoFurtherOnceTheClientChoseAnew() {
    UUID client = coalition.client();
    UUID referral = coalition.delivered(coalition.ranked(client));
    time.carried();
    coalition.chosen(client);

    time.later(Duration.ofMinutes(151));
    time.later(Duration.ofMinutes(91));

    assertExpired(referral);
  }

  @Test
  void ofTwoChoicesInTheSameMomentThePlacesOfOneAreAsked() throws Exception {
    UUID client = coalition.client();
    UUID one = coalition.ranked(client);
    UUID other = coalition.ranked(client);

    Both both = whileBeingOpened(one, () -> maya.open(other));

    both.opening().isCreated();
    assertThat(both.other().isProblem(409, "opening-under-way").at("/openingId"))
        .isEqualTo(both.opening().id().toString());
  }

  @Test
  void whatIsSentInTheMomentInWhichPlacesAreAskedIsRefused() throws Exception {
    UUID client = coalition.client();
    Answer draft = coalition.drafted(coalition.chosen(client));
    UUID set = coalition.ranked(client);

    Both both = whileBeingOpened(set, () -> coalition.send(draft));

    both.opening().isCreated();
    assertThat(both.other().isProblem(409, "choice-under-way").at("/openingId"))
        .isEqualTo(both.opening().id().toString());
  }

  @Test
  void whatIsChosenInTheMomentInWhichPlacesAreAskedTakesThatBack() throws Exception {
    UUID client = coalition.client();
    UUID earlier = coalition.ranked(client);
    UUID set = coalition.present(client).isCreated().id();
    UUID service = coalition.residential().getFirst();

    Both both = whileBeingOpened(earlier, () -> coalition.options().choose(set, service));

    both.other().isCreated();
    assertThat(maya.show(both.opening().id()).json().at("/ended").asBoolean()).isTrue();
  }

  @Test
  void whatEndsInTheMomentInWhichPlacesAreAskedGoesNoFurtherOnWhicheverRecordOfThePerson()
      throws Exception {
    UUID client = coalition.client();
    UUID standing = coalition.client();
    UUID set = coalition.ranked(standing);
    UUID referral = coalition.delivered(coalition.ranked(client));
    time.carried();
    merges.merge(client, standing);
    time.later(Duration.ofMinutes(151));

    Both both =
        whileBeingOpened(
            set,
            () -> {
              time.later(Duration.ofMinutes(91));
              return coalition.maya().get("/api/referrals/{id}", referral).send();
            });

    // Other tests take up the newest offer: this one is of a later time.
    maya.withdraw(both.opening().isCreated().id()).isOk();
    assertExpired(referral);
  }

  @Test
  void placesThatWereAskedOnAMergedRecordAreAskedForThePerson() {
    UUID client = coalition.client();
    UUID standing = coalition.client();
    UUID set = coalition.ranked(standing);
    UUID opening = maya.open(coalition.ranked(client)).isCreated().id();
    UUID atHarborlight = offered(coalition.hana());
    merges.merge(client, standing);

    Answer draft = coalition.drafted(set);
    assertThat(coalition.send(draft).isProblem(409, "choice-under-way").at("/openingId"))
        .isEqualTo(opening.toString());
    assertThat(maya.open(set).isProblem(409, "opening-under-way").at("/openingId"))
        .isEqualTo(opening.toString());

    coalition.chosen(standing);
    assertThat(offer(coalition.hana(), atHarborlight).at("/state")).isEqualTo("gone");
    assertThat(maya.show(opening).json().at("/ended").asBoolean()).isTrue();
    assertThat(Askings.about(opening, 1))
        .containsExactly("riverbend opening-replaced " + TokenIssuer.subject("maya").value());
    coalition.send(draft).isOk();
  }

  private void assertExpired(UUID referral) {
    Answer over = coalition.maya().get("/api/referrals/{id}", referral).send().isOk();
    assertThat(over.at("/businessStatus")).isEqualTo("expired");
    assertThat(over.at("/reroutedTo")).isEmpty();
    assertThat(Askings.about(referral, 3))
        .contains("riverbend referral-expired " + TokenIssuer.subject("maya").value());
  }

  private record Both(Answer opening, Answer other) {}

  /** What somebody else does while an opening is written down, of which nobody can read yet. */
  private Both whileBeingOpened(UUID set, Callable<Answer> meanwhile) throws Exception {
    UUID service = coalition.residential().getFirst();
    List<Future<Answer>> both =
        AgencyScope.as(RIVERBEND)
            .call(
                () ->
                    transactions.inTransaction(
                        () -> {
                          jdbc.sql("select 1 from directory_service where id = ? for update")
                              .param(service)
                              .query(Integer.class)
                              .single();
                          var opening = others.submit(() -> maya.open(set));
                          LockWaits.awaitThat(1, jdbc);
                          var other = others.submit(meanwhile);
                          LockWaits.awaitThat(2, jdbc);
                          return List.of(opening, other);
                        }));
    return new Both(both.getFirst().get(), both.getLast().get());
  }
}
