package org.handrail.client.voice;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.handrail.client.access.AccessLog;
import org.handrail.client.access.LogReader;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.client.SeenDisclosures;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what clients say, and tells them and those at their side what was said and who looked. */
@Component
class Listening {
  private final Annotations annotations;
  private final WhatIsHeld held;
  private final AccessLog log;
  private final List<Confined> confined;
  private final ReachingClient reaching;
  private final SeenDisclosures disclosures;
  private final Transactions transactions;
  private final Clock clock;

  Listening(
      Annotations annotations,
      WhatIsHeld held,
      AccessLog log,
      List<Confined> confined,
      ReachingClient reaching,
      SeenDisclosures disclosures,
      Transactions transactions,
      Clock clock) {
    this.annotations = annotations;
    this.held = held;
    this.log = log;
    this.confined = confined;
    this.reaching = reaching;
    this.disclosures = disclosures;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Of what lives in other services this one knows nothing, and takes the client's word: it tells
   * nobody whether there is such a thing.
   */
  UUID annotate(Reached client, Annotation.About about, String words, @Nullable ActForm form) {
    var kinds = new TreeSet<>(held.kinds());
    var mayBeKept = !kinds.contains(about.kind()) || held.holds(client, about.kind(), about.id());
    kinds.addAll(Annotations.KEPT_ELSEWHERE);
    if (!kinds.contains(about.kind())) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error(
                  "/about/kind",
                  "unknown",
                  "Something can be said of: " + String.join(", ", kinds)));
    }
    // What they may not know of looks as if it were not there.
    if (!mayBeKept || !mayKnow(client, about)) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error("/about/id", "unknown", "The record holds nothing of that kind and id."));
    }
    var act = client.act(form, clock.instant().truncatedTo(ChronoUnit.MICROS));
    return annotations.add(client.agency(), client.id(), about, words, act);
  }

  Slice<Annotation, UUID> annotations(Person person, UUID id, @Nullable UUID after, int limit) {
    return transactions.reading(
        () -> {
          var client = reaching.see(person, id);
          return after == null || isKnown(client, after)
              ? Slice.of(limit, most -> known(client, after, most), Annotation::id)
              : new Slice<>(List.of(), null);
        });
  }

  private boolean isKnown(Reached reader, UUID annotation) {
    return annotations
        .find(reader.agency(), reader.id(), annotation)
        .filter(it -> mayKnow(reader, it.about()))
        .isPresent();
  }

  // A page with fewer than it could hold would tell that there are others.
  private List<Annotation> known(Reached reader, @Nullable UUID after, int atLeast) {
    var known = new ArrayList<Annotation>();
    var from = after;
    List<Annotation> some;
    do {
      some = annotations.page(reader.agency(), reader.id(), from, atLeast);
      some.stream().filter(annotation -> mayKnow(reader, annotation.about())).forEach(known::add);
      from = some.isEmpty() ? from : some.getLast().id();
    } while (known.size() < atLeast && some.size() == atLeast);
    return known;
  }

  Slice<AccessLog.Look, UUID> looks(Person person, UUID id, @Nullable UUID after, int limit) {
    return transactions.reading(
        () -> {
          var client = reaching.see(person, id);
          return Slice.of(
              limit,
              most -> log.page(client.agency(), id, as(client), after, most),
              AccessLog.Look::id);
        });
  }

  private boolean mayKnow(Reached reader, Annotation.About about) {
    var end = annotations.inTheEnd(reader.agency(), about);
    if (end.kind().equals("look")) {
      return log.shows(reader.agency(), reader.id().value(), end.id(), as(reader));
    }
    if (reader.isTheClient()) {
      return true;
    }
    return !held.isKeptFrom(reader, end.kind(), end.id())
        && confined.stream()
            .filter(kind -> kind.kind().equals(end.kind()))
            .allMatch(kind -> kind.mayKnow(reader, end.id()));
  }

  private LogReader as(Reached reader) {
    return !reader.isTheClient() && disclosures.isTheClient(reader.by(), reader.id())
        ? LogReader.AT_THEIR_OWN_SIDE
        : LogReader.of(reader.by(), reader.isTheClient());
  }
}
