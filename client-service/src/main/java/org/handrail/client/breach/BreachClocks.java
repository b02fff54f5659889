package org.handrail.client.breach;

import java.time.Clock;
import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.deadline.WhenDue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The countdown of a breach's notices. */
@Component
class BreachClocks {
  static final String DUE = "breach-notices-due";
  static final String LATE = "breach-notices-late";

  private final Breaches breaches;
  private final Deadlines deadlines;
  private final Attention attention;
  private final Clock clock;

  BreachClocks(Breaches breaches, Deadlines deadlines, Attention attention, Clock clock) {
    this.breaches = breaches;
    this.deadlines = deadlines;
    this.attention = attention;
    this.clock = clock;
  }

  void found(AgencyId agency, Breach breach) {
    ask(agency, "breach-found", breach.id());
    deadlines.set(agency, DUE, breach.id(), breach.discovered().plus(Breach.REMINDED_AFTER));
    waitForFirst(agency, breach);
  }

  /** More is known of it: other notices may be due, and some may be late already. */
  void turnedOut(AgencyId agency, Breach breach) {
    var reminder = breach.discovered().plus(Breach.REMINDED_AFTER);
    if (breach.waitedFor().isEmpty()) {
      deadlines.drop(agency, DUE, breach.id());
    } else if (reminder.isAfter(clock.instant())) {
      deadlines.set(agency, DUE, breach.id(), reminder);
    }
    waitForFirst(agency, breach);
  }

  /** A notice went out. The clock that runs looks at the others when it is reached. */
  void told(AgencyId agency, Breach breach) {
    if (breach.waitedFor().isEmpty()) {
      deadlines.drop(agency, DUE, breach.id());
      deadlines.drop(agency, LATE, breach.id());
    }
  }

  // What is late already is told at once.
  private void waitForFirst(AgencyId agency, Breach breach) {
    breach.waitedFor().stream()
        .findFirst()
        .ifPresentOrElse(
            at -> deadlines.set(agency, LATE, breach.id(), at),
            () -> deadlines.drop(agency, LATE, breach.id()));
  }

  private void due(AgencyId agency, String kind, UUID id) {
    var breach = breaches.find(agency, id).orElseThrow();
    var now = clock.instant();
    var waited = breach.waitedFor();
    if (kind.equals(LATE)) {
      waited.stream()
          .filter(at -> at.isAfter(now))
          .findFirst()
          .ifPresent(next -> deadlines.set(agency, LATE, id, next));
      waited = waited.stream().filter(at -> !at.isAfter(now)).toList();
    }
    if (!waited.isEmpty()) {
      ask(agency, kind, id);
    }
  }

  private void ask(AgencyId agency, String code, UUID id) {
    attention.ask(agency, Role.PRIVACY_OFFICER, new Attention.Matter(code, "breach", id));
  }

  private record Reached(String kind, BreachClocks clocks) implements WhenDue {
    @Override
    public void due(AgencyId agency, UUID about) {
      clocks.due(agency, kind, about);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Kinds {
    @Bean
    WhenDue breachNoticesDue(BreachClocks clocks) {
      return new Reached(DUE, clocks);
    }

    @Bean
    WhenDue breachNoticesLate(BreachClocks clocks) {
      return new Reached(LATE, clocks);
    }
  }
}
