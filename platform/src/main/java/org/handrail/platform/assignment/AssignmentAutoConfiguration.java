package org.handrail.platform.assignment;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.calls.CallsAutoConfiguration;
import org.handrail.platform.calls.ServiceCalls;
import org.handrail.platform.inbox.EventSubscription;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Assignments, for services that ask for them: {@code handrail.assignments.enabled: true}. */
@AutoConfiguration(after = CallsAutoConfiguration.class)
@ConditionalOnProperty("handrail.assignments.enabled")
class AssignmentAutoConfiguration {

  private record Assigned(UUID clientId, SubjectId subject, Relation relation) {}

  private record Unassigned(UUID clientId, SubjectId subject) {}

  private record Merged(UUID clientId, @Nullable UUID mergedInto) {}

  private record OfRecord(UUID clientId) {}

  private record Away(UUID leaveId, SubjectId subject, @Nullable Instant backAt) {}

  private record Back(UUID leaveId) {}

  @Bean
  MergedRecords mergedRecords(JdbcClient jdbc, Assignments assignments) {
    return new MergedRecords(jdbc, assignments);
  }

  @Bean
  AtTheirSide atTheirSide(ClientAssignments assignments, Absences absences, Clock clock) {
    return new AtTheirSide(assignments, absences, clock);
  }

  @Bean
  Absences absences(JdbcClient jdbc) {
    return new Absences(jdbc);
  }

  @Bean
  ClientAssignments clientAssignments(JdbcClient jdbc) {
    return new ClientAssignments(jdbc);
  }

  @Bean
  Assignments assignments(
      ClientAssignments assignments,
      Transactions transactions,
      ServiceCalls calls,
      @Value("${handrail.assignments.address}") String address) {
    return new KnownOrAsked(assignments, transactions, calls.to("client-service", address));
  }

  @Bean
  EventSubscription absenceEvents(Absences absences) {
    return EventSubscription.of("absences", "handrail.client.v1")
        .on(
            "org.handrail.specialist.away.v1",
            Away.class,
            (envelope, it) ->
                absences.put(envelope.requireAgency(), it.leaveId(), it.subject(), it.backAt()))
        .on(
            "org.handrail.specialist.back.v1",
            Back.class,
            (envelope, it) -> absences.remove(it.leaveId()));
  }

  @Bean
  EventSubscription assignmentEvents(ClientAssignments assignments, MergedRecords merged) {
    return EventSubscription.of("assignments", "handrail.client.v1")
        .on(
            "org.handrail.client.assigned.v1",
            Assigned.class,
            (envelope, it) ->
                assignments.put(
                    envelope.requireAgency(), it.clientId(), it.subject(), it.relation()))
        .on(
            "org.handrail.client.unassigned.v1",
            Unassigned.class,
            (envelope, it) ->
                assignments.remove(envelope.requireAgency(), it.clientId(), it.subject()))
        .on(
            "org.handrail.client.merged.v1",
            Merged.class,
            (envelope, it) -> merged.put(envelope.requireAgency(), it.clientId(), it.mergedInto()))
        .on(
            "org.handrail.client.merge-undone.v1",
            OfRecord.class,
            (envelope, it) -> merged.remove(it.clientId()));
  }
}
