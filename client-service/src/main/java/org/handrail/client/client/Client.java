package org.handrail.client.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
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
    @Nullable ClientId mergedInto,
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
      Contact contact,
      Background background) {
    public Account {
      languages = List.copyOf(languages);
    }

    /**
     * The language in which something of theirs is written: that one, or else their first, by its
     * BCP 47 tag; English when nobody knows of any.
     */
    public String languageOr(@Nullable String wanted) {
      if (wanted != null) {
        return wanted;
      }
      return languages.isEmpty() ? "en" : languages.getFirst();
    }

    /** That language first, if it is wanted, and then their own (BCP 47). */
    public List<String> languagesAfter(@Nullable String wanted) {
      return Stream.concat(Stream.ofNullable(wanted), languages.stream()).toList();
    }

    /** As much as is said at a first meeting. */
    public Account(
        String nameToUse,
        @Nullable String pronouns,
        List<String> languages,
        @Nullable String legalName,
        @Nullable LocalDate dateOfBirth,
        Contact contact) {
      this(nameToUse, pronouns, languages, legalName, dateOfBirth, contact, Background.UNSAID);
    }
  }

  static Client registered(ClientId id, Account account, SubjectId by, Instant at) {
    return new Client(id, Status.REGISTERED, account, at, by, null, null, 1);
  }

  Client touched() {
    return next(status, account, enrolledAt);
  }

  Client saying(Account said) {
    return next(status, said, enrolledAt);
  }

  Client enrolled(Instant at) {
    return next(Status.ACTIVE, account, at);
  }

  /** Without an enrolment, as before the first one. */
  Client left() {
    return next(Status.REGISTERED, account, null);
  }

  private Client next(Status status, Account account, @Nullable Instant enrolledAt) {
    return new Client(
        id, status, account, registeredAt, registeredBy, enrolledAt, mergedInto, version + 1);
  }
}
