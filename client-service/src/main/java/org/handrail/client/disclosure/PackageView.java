package org.handrail.client.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ledger.Link;
import org.jspecify.annotations.Nullable;

/** A released package as either side reads it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PackageView(
    UUID id,
    @Nullable UUID referralId,
    Instant releasedAt,
    String discloser,
    String recipient,
    @Nullable String via,
    @JsonProperty("package") Map<String, Object> content,
    Notice notice,
    Scope scope,
    String redisclosure,
    List<String> labels) {

  static PackageView of(Link link, ReleasedPackage released) {
    var entry = link.entry();
    var via = entry.who().via();
    return new PackageView(
        entry.id(),
        entry.cause().referral(),
        entry.decidedAt(),
        entry.who().discloser().value(),
        entry.who().recipient().value(),
        via == null ? null : via.value(),
        released.content(),
        released.notice(),
        released.scope(),
        released.redisclosure(),
        released.labels());
  }
}
