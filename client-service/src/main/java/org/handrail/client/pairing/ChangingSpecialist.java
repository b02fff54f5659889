package org.handrail.client.pairing;

import static java.util.stream.Collectors.toCollection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.HandingOver;
import org.handrail.client.client.Merges;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.pairing.Changes.Change;
import org.handrail.client.specialist.Specialist;
import org.handrail.client.specialist.SpecialistId;
import org.handrail.client.specialist.Specialists;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.attention.Attention.Matter;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.deadline.WhenDue;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A client would rather walk with somebody else, and need not say why (R18). Somebody is at their
 * side all the time; with whom they would not be any more, they need not be once another is there.
 */
@Component
class ChangingSpecialist implements WhenDue {
  static final ProblemType ASKED_ALREADY =
      ProblemType.of("change-asked-already", 409, "The client's wish is known and waits");
  static final ProblemType SETTLED = ProblemType.of("change-settled", 409, "This is settled");
  static final ProblemType NOT_SETTLED =
      ProblemType.of("change-not-settled", 409, "Nobody new is at the client's side yet");

  private static final String KIND = "specialist-change-waits";
  private static final Duration PATIENCE = Duration.ofDays(3);

  private final Changes changes;
  private final Specialists specialists;
  private final HandingOver handing;
  private final Reminding reminding;
  private final Clock clock;

  ChangingSpecialist(
      Changes changes,
      Specialists specialists,
      HandingOver handing,
      Reminding reminding,
      Clock clock) {
    this.changes = changes;
    this.specialists = specialists;
    this.handing = handing;
    this.reminding = reminding;
    this.clock = clock;
  }

  /** How those who must act hear of it. */
  @Component
  record Reminding(Deadlines deadlines, Attention attention, Merges merges) {}

  /**
   * @param warm whether who goes stays until the client has met who comes; the client's choice
   */
  UUID ask(Reached client, RecordedAct act, boolean warm, @Nullable UUID wanted) {
    if (wanted != null) {
      onTheRoster(client.agency(), wanted, "/wanted");
    }
    changes.lock(client.agency(), client.id());
    var about = handing.primary(client).orElse(null);
    // What somebody else wrote down never speaks for the client.
    var told =
        known(client).stream()
            .filter(change -> change.waits() && change.client().equals(client.id()))
            .filter(
                change -> !client.isTheClient() || change.isWrittenDownBy(client.by().subject()))
            .toList();
    var ofBefore = told.stream().filter(change -> isOfBefore(change, about)).toList();
    if (ofBefore.size() < told.size()) {
      throw Refusal.of(ASKED_ALREADY);
    }
    if (about != null && !ofBefore.isEmpty()) {
      var now = now();
      changes.settle(client.agency(), ofBefore, null, about, now, now);
      forget(client.agency(), ofBefore);
    }
    var change = Change.asked(client.id(), about, warm, wanted, act);
    changes.add(client.agency(), change);
    remind(client.agency(), change.id(), "specialist-change-asked");
    return change.id();
  }

  /** Of somebody whose place another has by now: that one came true otherwise. */
  private static boolean isOfBefore(Change change, @Nullable SubjectId primary) {
    return primary != null && change.about() != null && !change.isAbout(primary);
  }

  /**
   * What the reader may know of, in the order in which it was told. Who is to go hears of a wish
   * when it is settled, and of whom the client would like instead, never before they told
   * themselves; that somebody else had told it too they never hear.
   */
  List<Change> known(Reached reader) {
    var all = changes.of(reader.agency(), reader.id());
    if (WhoKnows.ofAll(reader)) {
      return all;
    }
    var own = all.stream().filter(change -> change.isWrittenDownBy(reader.by().subject())).toList();
    var told = own.stream().map(Change::together).collect(toCollection(HashSet::new));
    return all.stream()
        .filter(
            change -> own.contains(change) || (change.isSettled() && told.add(change.together())))
        .toList();
  }

  /**
   * Settles all that waits: one of them may be of somebody who knows of no other. Who goes stays
   * only if none of them says otherwise.
   */
  UUID settle(Reached client, UUID id, UUID with) {
    changes.lock(client.agency(), client.id());
    if (!find(client, id).waits()) {
      throw Refusal.of(SETTLED);
    }
    var agency = client.agency();
    var specialist = onTheRoster(agency, with, "/specialistId");
    var waiting = changes.of(agency, client.id()).stream().filter(Change::waits).toList();
    var warm = waiting.stream().allMatch(Change::warm);
    var outgoing = handOver(client, waiting, specialist.subject(), warm);
    var now = now();
    changes.settle(agency, waiting, outgoing, specialist.subject(), now, warm ? null : now);
    forget(agency, waiting);
    var matter = new Matter("handover-begins", "client", client.id().value());
    reminding.attention().ask(agency, specialist.subject(), matter);
    if (outgoing != null) {
      reminding.attention().ask(agency, outgoing, matter);
    }
    return id;
  }

  /**
   * The client would rather go on as it is: whatever of theirs waits that they or a supervisor tell
   * of, and of what somebody else tells all that this one knows. What was told behind the back of
   * who is to go is not ended by them, nor what the client has wished since.
   */
  UUID withdraw(Reached client, UUID id, RecordedAct act) {
    changes.lock(client.agency(), client.id());
    var change = find(client, id);
    if (!change.waits()) {
      throw Refusal.of(SETTLED);
    }
    act.notBefore(change.act().at(), "before-wish", "They had not wished it yet then.");
    var waiting =
        known(client).stream()
            .filter(Change::waits)
            .filter(each -> each.id().equals(id) || !each.act().at().isAfter(act.at()))
            .toList();
    changes.withdraw(client.agency(), waiting, act);
    forget(client.agency(), waiting);
    return id;
  }

  private void forget(AgencyId agency, List<Change> over) {
    over.forEach(change -> reminding.deadlines().drop(agency, KIND, change.id()));
  }

  private @Nullable SubjectId handOver(
      Reached client, List<Change> waiting, SubjectId to, boolean warm) {
    return cameTrueOtherwise(client, waiting, to)
        ? null
        : handing.handOver(client, to, warm).orElse(null);
  }

  // Told on a record that was merged, or before they came by a departure or a supervisor's handing
  // over: who is there now may be whom they would like, unless that is whom they would not.
  private boolean cameTrueOtherwise(Reached client, List<Change> waiting, SubjectId by) {
    return handing
        .primarySince(client, by)
        .filter(
            since ->
                waiting.stream()
                    .allMatch(
                        change ->
                            !change.isAbout(by)
                                && (!change.client().equals(client.id())
                                    || change.act().recordedAt().isBefore(since))))
        .isPresent();
  }

  /**
   * Client and newcomer have met: who stayed until then goes. They are at the side of the record on
   * which it was settled, so it is said there.
   */
  UUID met(Reached client, UUID id) {
    var change = find(client, id);
    if (!change.isSettled()) {
      throw Refusal.of(NOT_SETTLED);
    }
    if (change.metAt() != null) {
      throw Refusal.of(SETTLED);
    }
    if (!change.settledOn().equals(client.id())) {
      throw Refusal.of(
          client.client().mergedInto() == null ? SETTLED : MergedRecords.CLIENT_MERGED);
    }
    changes.met(client.agency(), change, now());
    if (change.outgoing() != null) {
      handing.outgoingLeaves(client, change.outgoing());
    }
    return id;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    changes
        .find(agency, about)
        .filter(Change::waits)
        .ifPresent(
            change -> {
              if (reminding.merges().isThere(agency, change.client())) {
                remind(agency, about, KIND);
              } else {
                // They may come back.
                waitFor(agency, about);
              }
            });
  }

  private void remind(AgencyId agency, UUID change, String code) {
    reminding
        .attention()
        .ask(agency, Role.SUPERVISOR, new Matter(code, "specialist-change", change));
    waitFor(agency, change);
  }

  private void waitFor(AgencyId agency, UUID change) {
    reminding.deadlines().set(agency, KIND, change, now().plus(PATIENCE));
  }

  /** One of which the reader may know. */
  Change find(Reached client, UUID id) {
    return known(client).stream()
        .filter(change -> change.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private Specialist onTheRoster(AgencyId agency, UUID id, String pointer) {
    return specialists
        .find(agency, new SpecialistId(id))
        .orElseThrow(
            () ->
                Refusal.of(
                    Problem.of(Problems.INVALID)
                        .error(pointer, "unknown", "Nobody of that id is on the roster.")));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
