package org.handrail.client.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.assignment.Relation;
import org.jspecify.annotations.Nullable;

/** A client as those at their side see them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClientView(
    UUID id,
    Client.Status status,
    boolean part2,
    Relation relation,
    String nameToUse,
    @Nullable String pronouns,
    List<String> languages,
    @Nullable String legalName,
    @Nullable LocalDate dateOfBirth,
    Contact contact,
    Papers.@Nullable Notice notice,
    Papers.@Nullable Agreement agreement,
    Instant registeredAt,
    @Nullable Instant enrolledAt,
    long version) {

  static ClientView of(
      Client client,
      Relation relation,
      Papers.@Nullable Notice notice,
      Papers.@Nullable Agreement agreement) {
    var account = client.account();
    return new ClientView(
        client.id().value(),
        client.status(),
        true,
        relation,
        account.nameToUse(),
        account.pronouns(),
        account.languages(),
        account.legalName(),
        account.dateOfBirth(),
        account.contact(),
        notice,
        agreement,
        client.registeredAt(),
        client.enrolledAt(),
        client.version());
  }
}
