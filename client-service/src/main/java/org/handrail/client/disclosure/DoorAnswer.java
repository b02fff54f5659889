package org.handrail.client.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.client.ledger.Entry;
import org.handrail.client.ledger.Link;
import org.jspecify.annotations.Nullable;

/**
 * What the asking service hears: the id, and which categories went. A denial is an answer too.
 *
 * @param decidedAt when the door decided; a repeat of the question changes nothing of that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DoorAnswer(
    UUID disclosureId,
    Instant decidedAt,
    String outcome,
    @Nullable String code,
    List<String> released,
    List<String> withheld) {

  static DoorAnswer of(Link link) {
    var entry = link.entry();
    var what = entry.what();
    return switch (entry.outcome()) {
      case Entry.Outcome.Released _ ->
          new DoorAnswer(
              entry.id(), entry.decidedAt(), "released", null, what.categories(), what.withheld());
      case Entry.Outcome.Denied(var code) ->
          new DoorAnswer(entry.id(), entry.decidedAt(), "denied", code, List.of(), what.withheld());
    };
  }
}
