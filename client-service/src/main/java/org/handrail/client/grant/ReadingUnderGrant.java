package org.handrail.client.grant;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.client.request.RecordRequests;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a grant opens, while it is in force, and writes down that it was read. */
@Component
class ReadingUnderGrant {
  static final ProblemType ENDED =
      ProblemType.of("access-grant-ended", 409, "This access has ended");

  private final AccessGrants grants;
  private final RecordRequests requests;
  private final AuditedRows audited;
  private final Aggregates aggregates;
  private final Transactions transactions;
  private final Clock clock;

  ReadingUnderGrant(
      AccessGrants grants,
      RecordRequests requests,
      AuditedRows audited,
      Aggregates aggregates,
      Transactions transactions,
      Clock clock) {
    this.grants = grants;
    this.requests = requests;
    this.audited = audited;
    this.aggregates = aggregates;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A grant, and how often something was read under it. */
  record Found(AccessGrant grant, long readings) {}

  Found find(Person person, UUID request) {
    return transactions.reading(
        () -> {
          var grant = grants.ofRequest(person.agency(), request).orElseThrow(NotFound::new);
          return new Found(grant, grants.readings(person.agency(), grant));
        });
  }

  /** A row as an audit reads it: of nobody in particular. */
  record Row(
      Instant date,
      String outcome,
      String recipient,
      List<String> categories,
      String purpose,
      boolean byConsent) {}

  List<Aggregates.Count> counts(Person person, UUID request) {
    return transactions.inTransaction(
        () -> {
          inForce(person, request);
          return aggregates.counts(person.agency());
        });
  }

  Slice<Row, UUID> rows(Person person, UUID request, @Nullable UUID after, int limit) {
    return transactions.inTransaction(
        () -> {
          // To all but an audit there are no rows.
          if (!inForce(person, request).kind().readsRows()) {
            throw new NotFound();
          }
          return Slice.of(
                  limit,
                  most -> audited.page(person.agency(), after, most),
                  AuditedRows.Audited::id)
              .as(AuditedRows.Audited::row);
        });
  }

  private AccessGrant inForce(Person person, UUID request) {
    var grant = grants.ofRequest(person.agency(), request).orElseThrow(NotFound::new);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!grant.isInForceAt(now)
        || requests.find(person.agency(), request).orElseThrow(NotFound::new).isDeclined()) {
      throw Refusal.of(ENDED);
    }
    grants.read(person.agency(), grant, person.subject(), now);
    return grant;
  }
}
