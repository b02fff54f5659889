package org.handrail.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** Lists go on after a row that their reader sees, and tell of no other whether it is there. */
@HandrailIT
class PlacesInListsIT {
  private final ListsOfClients ofClients;
  private final ListsOfColleagues ofColleagues;

  PlacesInListsIT(Api api, TokenIssuer tokens, Sweeping sweeping) {
    ofClients = new ListsOfClients(api, tokens, sweeping);
    ofColleagues = new ListsOfColleagues(api, tokens);
  }

  @Test
  @Proves("P2-APP-2")
  void whatSomebodyDoesNotSeeIsNoPlaceInAListToGoOnFrom() {
    assertSoftly(
        softly ->
            Stream.concat(ofClients.all(), ofColleagues.all())
                .forEach(list -> isTheSameAfterAnythingHidden(softly, list)));
  }

  private static void isTheSameAfterAnythingHidden(SoftAssertions softly, Listed list) {
    var nothing = list.after(UUID.randomUUID()).isOk();
    for (var hidden : list.hidden()) {
      softly
          .assertThat(Told.by(list.after(hidden)))
          .as("after what is not the reader's of %s", list.path())
          .isEqualTo(Told.by(nothing));
    }
    var following = list.after(list.here()).isOk();
    softly
        .assertThat(following.json().at("/items/0").toString())
        .as("what follows of %s", list.path())
        .contains(list.next());
    softly.assertThat(following.text()).doesNotContain(list.here().toString());
  }

  @Test
  void whatWasAnsweredMeanwhileIsStillAPlaceToGoOnFrom() {
    var list = ofClients.openListRequests();
    ofClients.answersListRequest(list.here());
    assertThat(list.after(list.here()).isOk().at("/items/0/id")).isEqualTo(list.next());
  }
}
