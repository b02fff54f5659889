package org.handrail.client.client;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.attention.Attention.Matter;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens to a client, by a sign-in of their own, all records that are held to be theirs, and shuts
 * them again when the client no longer wants it (V9). Those that were merged with the one to which
 * it was given it opens for as long as they are.
 */
@Component
class GivingSignIn {
  static final ProblemType NO_SIGN_IN =
      ProblemType.of("no-own-sign-in", 409, "The client has no sign-in of their own");

  private final Clients clients;
  private final Assigned assigned;
  private final OwnSignIns signIns;
  private final Merges merges;
  private final ClientEvents events;
  private final Attention attention;
  private final Clock clock;

  GivingSignIn(
      Clients clients,
      Assigned assigned,
      OwnSignIns signIns,
      Merges merges,
      ClientEvents events,
      Attention attention,
      Clock clock) {
    this.clients = clients;
    this.assigned = assigned;
    this.signIns = signIns;
    this.merges = merges;
    this.events = events;
    this.attention = attention;
    this.clock = clock;
  }

  /** All records of the client are locked. */
  UUID give(Reached to, SubjectId subject) {
    if (!isFree(to.agency(), to.id(), subject)) {
      throw Refusal.of(Assigning.ALREADY_ASSIGNED);
    }
    signIns.requireFree(to, subject);
    var now = clock.instant();
    var standing = merges.standing(to.agency(), to.id());
    open(to, to.id(), subject, now);
    // By the one that stands for them those are opened that were merged into it, and by no other.
    openIfFree(to, standing, subject, now);
    if (assigned.self(to.agency(), standing).equals(Optional.of(subject))) {
      records(to).forEach(record -> openIfFree(to, record, subject, now));
    }
    return to.id().value();
  }

  private boolean isFree(AgencyId agency, ClientId record, SubjectId subject) {
    return assigned.relation(agency, subject, record).isEmpty() && !signIns.isGiven(agency, record);
  }

  private void openIfFree(Reached to, ClientId record, SubjectId subject, Instant at) {
    if (isFree(to.agency(), record, subject)) {
      open(to, record, subject, at);
    }
  }

  private List<ClientId> records(Reached of) {
    return merges.recordsOfPerson(of.agency(), of.id());
  }

  private void open(Reached to, ClientId record, SubjectId subject, Instant at) {
    assigned.put(to.agency(), record, subject, Relation.SELF, to.by().subject(), at);
    events.assigned(to.agency(), changed(to.agency(), record), subject, Relation.SELF);
  }

  /** The client's own sign-in no longer opens their record; they decide, and hear of it. */
  UUID end(Reached of, @Nullable ActForm form) {
    var subject = assigned.self(of.agency(), of.id()).orElseThrow(() -> Refusal.of(NO_SIGN_IN));
    var act =
        of.act(form, clock.instant().truncatedTo(ChronoUnit.MICROS))
            .notBefore(
                assigned.since(of.agency(), of.id(), subject),
                "before-sign-in",
                "The sign-in did not open the record yet then.");
    clients.addSignInEnd(of.agency(), of.id(), subject, act);
    assigned
        .takeOpenedThrough(of.agency(), of.id(), records(of))
        .forEach(opened -> shut(of, opened.client(), subject));
    assigned.take(of.agency(), of.id(), subject);
    shut(of, of.id(), subject);
    attention.ask(of.agency(), subject, new Matter("own-sign-in-ended", "client", of.id().value()));
    return of.id().value();
  }

  private void shut(Reached of, ClientId record, SubjectId subject) {
    events.unassigned(of.agency(), changed(of.agency(), record), subject);
  }

  private Client changed(AgencyId agency, ClientId record) {
    return clients.touch(agency, clients.find(agency, record).orElseThrow());
  }
}
