package org.handrail.client.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.handrail.client.party.PartyId;
import org.jspecify.annotations.Nullable;

/** A request as the agency's privacy officers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordRequestView(
    UUID id,
    RecordRequest.Kind kind,
    RecordRequest.@Nullable LegalProcess process,
    RecordRequest.Status status,
    String requester,
    @Nullable String organization,
    String words,
    Instant receivedAt,
    Instant recordedAt,
    String recordedBy,
    @Nullable Instant dueAt,
    @Nullable UUID clientId,
    @Nullable Order courtOrder,
    @Nullable Paper subpoena,
    RecordRequest.@Nullable Answer answer,
    @Nullable Instant answeredAt,
    @Nullable String answerText,
    long version) {

  record Order(
      String court,
      String reference,
      String section,
      LocalDate issuedOn,
      List<String> recipients,
      List<String> categories) {
    static Order of(RecordRequest.CourtOrder order) {
      return new Order(
          order.court(),
          order.reference(),
          order.section(),
          order.issuedOn(),
          order.recipients().stream().map(PartyId::value).toList(),
          order.categories());
    }
  }

  record Paper(String reference, LocalDate issuedOn) {}

  static RecordRequestView of(RecordRequest request) {
    var received = request.received();
    var order = request.order();
    var subpoena = request.subpoena();
    var answered = request.answered();
    return new RecordRequestView(
        request.id(),
        received.kind(),
        received.process(),
        request.status(),
        received.requester(),
        received.organization(),
        received.words(),
        received.at(),
        received.recordedAt(),
        received.recordedBy().value(),
        request.dueAt(),
        request.link() == null ? null : request.link().client().value(),
        order == null ? null : Order.of(order),
        subpoena == null ? null : new Paper(subpoena.reference(), subpoena.issuedOn()),
        answered == null ? null : answered.answer(),
        answered == null ? null : answered.at(),
        answerText(request),
        request.version());
  }

  static @Nullable String answerText(RecordRequest request) {
    return request.kind() == RecordRequest.Kind.OWN_ACCESS ? null : NeutralAnswer.TEXT;
  }
}
