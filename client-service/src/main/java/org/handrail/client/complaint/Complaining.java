package org.handrail.client.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.voice.Confined;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.attention.Attention.Matter;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings a complaint to the privacy officer, and the answer to the client. */
@Component
class Complaining implements Confined {
  static final ProblemType ANSWERED =
      ProblemType.of("complaint-answered", 409, "The complaint was answered already");

  private final Complaints complaints;
  private final ComplaintChannel channel;
  private final Assigned assigned;
  private final Attention attention;
  private final Clock clock;

  Complaining(
      Complaints complaints,
      ComplaintChannel channel,
      Assigned assigned,
      Attention attention,
      Clock clock) {
    this.complaints = complaints;
    this.channel = channel;
    this.assigned = assigned;
    this.attention = attention;
    this.clock = clock;
  }

  // Nothing of the client changes, not even its version: those at their side would notice.
  UUID complain(Reached client, String words, @Nullable ActForm form) {
    var act = client.act(form, now());
    var id = complaints.add(client.agency(), client.id(), words, channel.version(), act);
    attention.ask(
        client.agency(), Role.PRIVACY_OFFICER, new Matter("complaint-filed", "complaint", id));
    return id;
  }

  /** All of the agency, the first one first. */
  Slice<Complaint, UUID> page(Person officer, @Nullable UUID after, int limit) {
    return Slice.of(
            limit, most -> complaints.page(officer.agency(), null, after, most), Complaint::id)
        .only(complaint -> assigned.maySeeDisclosures(officer, new ClientId(complaint.clientId())));
  }

  /** A complaint, and who answers it. */
  record Reading(Person officer, Complaint complaint) {}

  /** For a privacy officer, whose look the client sees. */
  Reading read(Person officer, UUID id) {
    var complaint = complaints.find(officer.agency(), id).orElseThrow(NotFound::new);
    assigned.requireToSeeDisclosures(officer, new ClientId(complaint.clientId()));
    return new Reading(officer, complaint);
  }

  UUID answer(Reading reading, String words) {
    var complaint = reading.complaint();
    var agency = reading.officer().agency();
    complaints.lock(complaint.id());
    if (complaints.find(agency, complaint.id()).map(Complaint::answer).isPresent()) {
      throw Refusal.of(ANSWERED);
    }
    complaints.answer(agency, complaint.id(), words, reading.officer().subject(), now());
    assigned
        .self(agency, new ClientId(complaint.clientId()))
        .ifPresent(
            client ->
                attention.ask(
                    agency, client, new Matter("complaint-answered", "complaint", complaint.id())));
    return complaint.id();
  }

  @Override
  public String kind() {
    return "complaint";
  }

  @Override
  public boolean mayKnow(Reached reader, UUID id) {
    return reader.by().is(Role.PRIVACY_OFFICER);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
