package org.handrail.client.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A person in recovery as one agency knows them, by their own account. Always under 42 CFR Part 2
 * (P2-APP-1).
 */
public record Client(
    ClientId id,
    Status status,
    Account account,
    Instant registeredAt,
    SubjectId registeredBy,
    @Nullable Instant enrolledAt,
    long version) {

  /** How far the enrolment is. */
  public enum Status {
    REGISTERED,
    /** Notice and agreement are on record. */
    ACTIVE
  }

  /** What the person says of themselves. */
  public record Account(
      String nameToUse,
      @Nullable String pronouns,
      List<String> languages,
      @Nullable String legalName,
      @Nullable LocalDate dateOfBirth,
      Contact contact) {
    public Account {
      languages = List.copyOf(languages);
    }
  }

  static Client registered(Account account, SubjectId by, Instant at) {
    return new Client(ClientId.random(), Status.REGISTERED, account, at, by, null, 1);
  }

  Client touched() {
    return new Client(id, status, account, registeredAt, registeredBy, enrolledAt, version + 1);
  }

  Client enrolled(Instant at) {
    return new Client(id, Status.ACTIVE, account, registeredAt, registeredBy, at, version + 1);
  }
}
