package org.handrail.client.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.handrail.client.ClientService;
import org.handrail.client.encounter.Meetings;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** Somebody's time in a grant that was written down by mistake. */
@HandrailIT
class EnrolledInErrorIT {
  private final ClientService service;
  private final LocalDate today;
  private final Api sam;
  private final OfOneClient of;

  EnrolledInErrorIT(Api api, TokenIssuer tokens, SettableClock clock) {
    var meetings = new Meetings(api, tokens);
    service = new ClientService(api, tokens);
    today = LocalDate.now(clock.withZone(Roster.ZONE));
    sam = meetings.somebodyNew();
    of = new OfOneClient(sam, meetings.clientOf(sam), today);
  }

  @Test
  @Proves("REP-1")
  void itStaysInSightAndNothingIsDueOfIt() {
    var wrong = of.enrols(today).isCreated();
    assertThat(of.due()).hasSize(1);
    var marked = of.isMistaken(wrong).isOk();
    assertThat(marked.json().has("enteredInErrorAt")).isTrue();
    assertThat(of.due()).isEmpty();
    assertThat(sam.get(of.path()).send().isOk().at("/items/0/id")).isEqualTo(wrong.id().toString());
    of.isMistaken(wrong).isProblem(409, "grant-enrollment-in-error");
    of.ends(wrong, today).isProblem(409, "grant-enrollment-in-error");
    of.reports(wrong, of.part("baseline", "a", "completed"))
        .isProblem(409, "grant-enrollment-in-error");
    service.carl().post(of.path() + "/" + wrong.id() + "/entered-in-error").send().isNotFound();
  }

  @Test
  @Proves("REP-1")
  void theDaysAreWrittenDownAnewAsTheyWere() {
    var wrong = of.enrols(today.minusDays(10)).isCreated();
    of.ends(wrong, today.minusDays(1)).isOk();
    of.isMistaken(wrong).isOk();
    var right = of.enrols(today.minusDays(40)).isCreated();
    assertThat(right.json().at("/episode").asInt()).isEqualTo(1);
    of.ends(right, today.minusDays(30)).isOk();
    var second = of.enrols(today.minusDays(5)).isCreated();
    assertThat(second.json().at("/episode").asInt()).isEqualTo(2);
    of.isMistaken(right).isOk();
    of.ends(second, today.minusDays(4)).isOk();
    assertThat(of.enrols(today).isCreated().json().at("/episode").asInt()).isEqualTo(3);
  }
}
