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
    @Nullable String culture,
    @Nullable String faith,
    @Nullable String interpreter,
    boolean tty,
    Papers.@Nullable Notice notice,
    Papers.@Nullable Agreement agreement,
    Instant registeredAt,
    @Nullable Instant enrolledAt,
    boolean merged,
    @Nullable UUID mergedInto,
    long version) {

  static ClientView of(
      Client client,
      Relation relation,
      boolean reachesSurviving,
      Papers.@Nullable Notice notice,
      Papers.@Nullable Agreement agreement) {
    var account = client.account();
    var surviving = reachesSurviving ? client.mergedInto() : null;
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
        account.background().culture(),
        account.background().faith(),
        account.background().interpreter(),
        account.background().tty(),
        notice,
        agreement,
        client.registeredAt(),
        client.enrolledAt(),
        client.mergedInto() != null,
        surviving == null ? null : surviving.value(),
        client.version());
  }
}
