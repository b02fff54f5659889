package org.handrail.client.wellbeing;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.colleague.Colleagues;
import org.handrail.client.specialist.Specialist;
import org.handrail.client.specialist.Specialists;
import org.handrail.client.wellbeing.Notebooks.AskedTalk;
import org.handrail.client.wellbeing.Notebooks.Entry;
import org.handrail.client.wellbeing.Notebooks.Kind;
import org.handrail.client.wellbeing.Notebooks.Plan;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.attention.Attention.Matter;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.version.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Somebody who walks along looks after their own recovery. What they write changes nothing anywhere
 * else: not their certification, nor their place on the roster (R22).
 */
@Component
class StayingWell {
  private final Notebooks notebooks;
  private final SupportWays ways;
  private final Colleagues colleagues;
  private final Specialists specialists;
  private final Attention attention;
  private final Transactions transactions;
  private final Clock clock;

  StayingWell(
      Notebooks notebooks,
      SupportWays ways,
      Colleagues colleagues,
      Specialists specialists,
      Attention attention,
      Transactions transactions,
      Clock clock) {
    this.notebooks = notebooks;
    this.ways = ways;
    this.colleagues = colleagues;
    this.specialists = specialists;
    this.attention = attention;
    this.transactions = transactions;
    this.clock = clock;
  }

  UUID write(
      Person person,
      Kind kind,
      Map<String, Integer> feelings,
      @Nullable String words,
      @Nullable SubjectId talkTo) {
    if (person.subject().equals(talkTo)) {
      throw Refusal.of(
          Problem.of(Problems.INVALID).error("/talkTo", "oneself", "Ask somebody else."));
    }
    // Whoever asks for help must not believe that somebody heard it who is not there.
    if (talkTo != null
        && !colleagues.work(person.agency(), talkTo)
        && specialists.of(person.agency(), talkTo).filter(Specialist::isActive).isEmpty()) {
      throw Refusal.of(
          Problem.of(Colleagues.UNKNOWN)
              .detail("Nothing was written down. Choose a colleague who works here."));
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var entry = new Entry(UUID.randomUUID(), kind, feelings, words, now);
    notebooks.add(person, entry);
    if (talkTo != null) {
      var asked = notebooks.ask(person, talkTo, now);
      attention.ask(person.agency(), talkTo, new Matter("asks-for-a-talk", "talk", asked));
    }
    return entry.id();
  }

  List<SupportWays.Way> support() {
    return ways.support();
  }

  List<Entry> read(Person person, @Nullable UUID after, int limit) {
    return transactions.reading(() -> notebooks.page(person, after, limit));
  }

  void tearOut(Person person, UUID id) {
    transactions.run(
        () -> {
          if (!notebooks.tearOut(person, id)) {
            throw new NotFound();
          }
        });
  }

  Plan plan(Person person) {
    return transactions.reading(() -> notebooks.plan(person).orElse(Plan.NONE));
  }

  void plan(Person person, long seen, Map<String, String> sections) {
    transactions.run(
        () -> {
          Versions.require(seen, notebooks.plan(person).orElse(Plan.NONE).version());
          if (!notebooks.save(person, new Plan(sections, seen + 1))) {
            throw Refusal.of(Versions.VERSION_CONFLICT);
          }
        });
  }

  AskedTalk talk(Person person, UUID id) {
    return transactions.reading(() -> notebooks.talk(person, id).orElseThrow(NotFound::new));
  }

  List<AskedTalk> talks(Person person) {
    return transactions.reading(() -> notebooks.talks(person));
  }
}
