package org.handrail.client.request;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for records.
 *
 * @param link the client whom it is about, once the privacy officer said so
 * @param order a court's order under subpart E of 42 CFR part 2
 */
public record RecordRequest(
    UUID id,
    Received received,
    @Nullable Instant dueAt,
    Status status,
    @Nullable Linked link,
    @Nullable CourtOrder order,
    @Nullable Subpoena subpoena,
    @Nullable Answered answered,
    long version) {

  /** The client's own access, from its receipt on: 42 CFR 2.23 with 45 CFR 164.524(b)(2). */
  static final Duration OWN_ACCESS_WITHIN = Duration.ofDays(30);

  static final Duration OWN_ACCESS_REMINDED = Duration.ofDays(21);

  /** Who asks, and on what ground. */
  public enum Kind {
    OWN_ACCESS,
    LEGAL_PROCESS,
    AUDIT,
    RESEARCH,
    PUBLIC_HEALTH,
    OTHER
  }

  /** What somebody brought who demands records in the name of the law. */
  enum LegalProcess {
    SUBPOENA,
    WARRANT,
    SEARCH,
    POLICE,
    COURT_ORDER,
    OTHER
  }

  enum Status {
    OPEN,
    /** Legal process: nothing is said or given. */
    ON_HOLD,
    RELEASED_FROM_HOLD,
    ANSWERED
  }

  /**
   * The request as it came.
   *
   * @param words the requester's own
   */
  record Received(
      Kind kind,
      @Nullable LegalProcess process,
      String requester,
      @Nullable String organization,
      String words,
      Instant at,
      Instant recordedAt,
      SubjectId recordedBy) {}

  record Linked(ClientId client, Instant at, SubjectId by) {}

  /**
   * @param section of 42 CFR part 2, 2.64 to 2.67
   * @param recipients to whom it lets something go: courts and others of criminal justice
   * @param categories what of a record it lets go
   */
  record CourtOrder(
      String court,
      String reference,
      String section,
      LocalDate issuedOn,
      List<PartyId> recipients,
      List<String> categories) {
    CourtOrder {
      recipients = List.copyOf(recipients);
      categories = List.copyOf(categories);
    }

    /**
     * Whether that is the same paper with what was not asked about it when this was written down:
     * what it lets go, and to whom.
     */
    boolean isCompletedBy(CourtOrder anew) {
      return (recipients.isEmpty() || categories.isEmpty())
          && court.equals(anew.court)
          && reference.equals(anew.reference)
          && section.equals(anew.section)
          && issuedOn.equals(anew.issuedOn)
          && (recipients.isEmpty() || recipients.equals(anew.recipients))
          && (categories.isEmpty() || categories.equals(anew.categories));
    }
  }

  record Subpoena(String reference, LocalDate issuedOn) {}

  /** What the requester got in the end. */
  enum Answer {
    GIVEN,
    REFUSED,
    NEITHER_CONFIRMED_NOR_DENIED
  }

  record Answered(Answer answer, Instant at, SubjectId by) {}

  static RecordRequest received(UUID id, Received received, @Nullable Linked link) {
    var kind = received.kind();
    return new RecordRequest(
        id,
        received,
        kind == Kind.OWN_ACCESS ? received.at().plus(OWN_ACCESS_WITHIN) : null,
        kind == Kind.LEGAL_PROCESS ? Status.ON_HOLD : Status.OPEN,
        link,
        null,
        null,
        null,
        1);
  }

  public Kind kind() {
    return received.kind();
  }

  /** Whether the privacy officer answered that nothing is given, in whichever words. */
  public boolean isDeclined() {
    return answered != null && answered.answer() != Answer.GIVEN;
  }

  RecordRequest linked(Linked link) {
    return with(status, link, order, subpoena, answered);
  }

  RecordRequest ordered(CourtOrder order) {
    return with(status, link, order, subpoena, answered);
  }

  RecordRequest subpoenaed(Subpoena subpoena) {
    return with(status, link, order, subpoena, answered);
  }

  RecordRequest releasedFromHold() {
    return with(Status.RELEASED_FROM_HOLD, link, order, subpoena, answered);
  }

  /** Something of the record went to whom the order names: whoever saw it before looks again. */
  RecordRequest disclosed() {
    return with(status, link, order, subpoena, answered);
  }

  RecordRequest answered(Answered answered) {
    return with(Status.ANSWERED, link, order, subpoena, answered);
  }

  private RecordRequest with(
      Status status,
      @Nullable Linked link,
      @Nullable CourtOrder order,
      @Nullable Subpoena subpoena,
      @Nullable Answered answered) {
    return new RecordRequest(
        id, received, dueAt, status, link, order, subpoena, answered, version + 1);
  }
}
