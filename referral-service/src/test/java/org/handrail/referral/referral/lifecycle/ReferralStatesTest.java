package org.handrail.referral.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The whole matrix of state × party × step × reason, against the page that people read. */
class ReferralStatesTest {
  private final StatesPage page = StatesPage.read();

  @Test
  void pageAndCodeNameTheSameStates() {
    Set<String> existing =
        everyPair().stream()
            .filter(Lifecycle::exists)
            .map(ReferralStatesTest::code)
            .collect(Collectors.toSet());

    assertThat(existing).isEqualTo(page.states()).hasSize(55);
  }

  @Test
  void everyStepFromEveryStateByEveryPartyDoesWhatThePageSays() {
    int tried = 0;
    for (Standing here : everyPair()) {
      for (Party by : Party.values()) {
        for (Step step : Step.values()) {
          for (Reason reason : reasonsAndNone()) {
            assertThat(Lifecycle.judge(here, by, step, reason))
                .as("%s, %s by %s because %s", code(here), step.code(), by.code(), reason)
                .isEqualTo(expected(here, by, step, reason));
            tried++;
          }
        }
      }
    }
    assertThat(tried).isEqualTo(10 * 15 * 3 * 22 * 15);
  }

  @Test
  void whatIsAllowedIsWhatThePageLists() {
    for (Standing here : everyPair()) {
      for (Party by : Party.values()) {
        Set<String> listed =
            page.rows().stream()
                .filter(r -> r.by().equals(by.code()) && r.from().contains(code(here)))
                .map(StatesPage.Row::step)
                .collect(Collectors.toSet());

        assertThat(Lifecycle.allowed(here, by))
            .extracting(Step::code)
            .as("%s for %s", code(here), by.code())
            .containsExactlyInAnyOrderElementsOf(listed);
      }
    }
  }

  @Test
  void everyStepLeadsToAStateThatExists() {
    for (Rule rule : Lifecycle.rules()) {
      for (Standing here : rule.from()) {
        assertThat(Lifecycle.exists(here)).as("from %s", code(here)).isTrue();
        for (Reason reason : reasonsAndNone()) {
          if (Lifecycle.judge(here, rule.by(), rule.step(), reason)
              instanceof Judgement.Allowed(Standing next)) {
            assertThat(Lifecycle.exists(next)).as("%s by %s", code(next), rule).isTrue();
          }
        }
      }
    }
  }

  @Test
  void nothingButACorrectionFollowsAnEnd() {
    everyPair().stream()
        .filter(here -> here.status().ended())
        .forEach(
            here -> {
              assertThat(Lifecycle.allowed(here, Party.RECEIVER)).isEmpty();
              assertThat(Lifecycle.allowed(here, Party.SYSTEM)).isEmpty();
              assertThat(Lifecycle.allowed(here, Party.REQUESTER))
                  .isSubsetOf(Step.ENTERED_IN_ERROR);
            });
  }

  @Test
  void receiverCanDoNothingBeforeItWasDelivered() {
    assertThat(Lifecycle.allowed(Standing.DRAFT, Party.RECEIVER)).isEmpty();
    assertThat(Lifecycle.allowed(Standing.AWAITING_DISCLOSURE, Party.RECEIVER)).isEmpty();
  }

  private Judgement expected(Standing here, Party by, Step step, @Nullable Reason reason) {
    List<StatesPage.Row> rows =
        page.rows().stream()
            .filter(r -> r.by().equals(by.code()) && r.step().equals(step.code()))
            .filter(r -> r.from().contains(code(here)))
            .toList();
    if (rows.isEmpty()) {
      return new Judgement.NotFromHere();
    }
    assertThat(rows).hasSize(1);
    StatesPage.Row row = rows.getFirst();
    if (reason == null) {
      return row.reasons().isEmpty()
          ? new Judgement.Allowed(standing(row.leadsTo(code(here))))
          : new Judgement.ReasonMissing();
    }
    if (!row.reasons().contains(reason.code())) {
      return new Judgement.ReasonForeign();
    }
    boolean word =
        Set.of("no-capacity", "client-declined", "additional-assessment-required")
            .contains(reason.code());
    String next = row.leadsTo(code(here));
    return new Judgement.Allowed(
        standing(word ? next.substring(0, next.indexOf('/') + 1) + reason.code() : next));
  }

  private static List<Standing> everyPair() {
    var pairs = new ArrayList<Standing>();
    for (TaskStatus status : TaskStatus.values()) {
      pairs.add(new Standing(status, null));
      Arrays.stream(BusinessStatus.values()).forEach(b -> pairs.add(new Standing(status, b)));
    }
    return pairs;
  }

  private static List<@Nullable Reason> reasonsAndNone() {
    var reasons = new ArrayList<@Nullable Reason>(List.of(Reason.values()));
    reasons.add(null);
    return reasons;
  }

  private static String code(Standing standing) {
    BusinessStatus business = standing.businessStatus();
    return standing.status().code() + "/" + (business == null ? "none" : business.code());
  }

  private static Standing standing(String code) {
    return everyPair().stream().filter(s -> code(s).equals(code)).findFirst().orElseThrow();
  }
}
