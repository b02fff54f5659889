package org.handrail.client.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.handrail.client.ledger.Entry;
import org.handrail.client.ledger.Link;
import org.jspecify.annotations.Nullable;

/** What the asking service hears: the id, and which categories went. A denial is an answer too. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DoorAnswer(
    UUID disclosureId,
    String outcome,
    @Nullable String code,
    List<String> released,
    List<String> withheld) {

  static DoorAnswer of(Link link) {
    var what = link.entry().what();
    return switch (link.entry().outcome()) {
      case Entry.Outcome.Released _ ->
          new DoorAnswer(link.entry().id(), "released", null, what.categories(), what.withheld());
      case Entry.Outcome.Denied(var code) ->
          new DoorAnswer(link.entry().id(), "denied", code, List.of(), what.withheld());
    };
  }
}
