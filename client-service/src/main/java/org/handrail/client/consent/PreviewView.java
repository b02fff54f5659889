package org.handrail.client.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a release would be if it were asked for now, and why.
 *
 * @param ifSigned where it is so only once the draft that was asked about is signed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewView(
    String outcome,
    @Nullable String code,
    List<Category> released,
    List<Category> withheld,
    @Nullable UUID consentId,
    @Nullable String via,
    @Nullable String redisclosure,
    @Nullable Boolean ifSigned) {

  static PreviewView of(ReleaseRequest asked, Judgement judgement) {
    var all =
        Stream.concat(asked.required().stream(), asked.optional().stream())
            .distinct()
            .sorted()
            .toList();
    return switch (judgement) {
      case Judgement.Deny(var code) ->
          new PreviewView("denied", code.code(), List.of(), all, null, null, null, null);
      case Judgement.Permit permit -> {
        var goes =
            all.stream()
                .filter(Category::goesWithReferrals)
                .filter(category -> !permit.withheld().contains(category))
                .toList();
        yield new PreviewView(
            "released",
            null,
            goes,
            all.stream().filter(category -> !goes.contains(category)).toList(),
            permit.basis() instanceof Judgement.Basis.OfConsent(var consent)
                ? consent.id().value()
                : null,
            permit.via() == null ? null : permit.via().value(),
            permit.redisclosure().code(),
            null);
      }
    };
  }

  PreviewView onceSigned() {
    return new PreviewView(outcome, code, released, withheld, consentId, via, redisclosure, true);
  }
}
