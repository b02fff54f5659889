package org.handrail.referral.referral.door;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.calls.ServiceCalls;
import org.handrail.platform.calls.Unreachable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.util.UriBuilder;

/** Asks client-service over HTTP, as {@code contracts/…/http/disclosures} has it by example. */
@Component
class HttpDoor implements Door {

  private final RestClient client;

  HttpDoor(ServiceCalls calls, @Value("${handrail.client-service-url}") String address) {
    client = calls.to("client-service", address);
  }

  /** As client-service writes it; denials have a code. */
  record Answer(
      @Nullable UUID disclosureId,
      @Nullable Instant decidedAt,
      String outcome,
      @Nullable String code,
      @Nullable List<String> released,
      @Nullable List<String> withheld) {}

  record Open(boolean wayBack, @Nullable String need, @Nullable Sending sending) {}

  record Sending(String outcome, @Nullable String code) {}

  @Override
  public Verdict ask(Question question) {
    try {
      Answer answer =
          client
              .post()
              .uri("/api/disclosures")
              .headers(ServiceCalls.onBehalfOf(question.onBehalfOf()))
              .contentType(MediaType.APPLICATION_JSON)
              .body(question)
              .retrieve()
              .body(Answer.class);
      return answer == null ? new Verdict.Senseless(200) : verdict(answer);
    } catch (Unreachable e) {
      return e.hasFailed()
          ? new Verdict.Senseless(HttpStatus.INTERNAL_SERVER_ERROR.value())
          : new Verdict.Unknown(e.mayHaveHeard());
    } catch (RestClientResponseException e) {
      return refused(HttpStatus.resolve(e.getStatusCode().value()), e.getStatusCode().value());
    } catch (RestClientException e) {
      return new Verdict.Unknown(true);
    }
  }

  @Override
  public WayBack.@Nullable Answer askWayBack(WayBack question) {
    try {
      Open open =
          client
              .get()
              .uri(to -> address(to, question))
              .headers(ServiceCalls.onBehalfOf(question.onBehalfOf()))
              .retrieve()
              .body(Open.class);
      return open == null ? null : foreseen(question, open);
    } catch (HttpClientErrorException.NotFound e) {
      return WayBack.Answer.ofStranger();
    } catch (Unreachable | RestClientException e) {
      return null;
    }
  }

  private static URI address(UriBuilder to, WayBack question) {
    return to.path("/internal/way-back/{client}")
        .queryParam("recipient", question.from().value())
        .queryParam("purpose", question.purpose())
        .queryParamIfPresent("need", Optional.ofNullable(question.need()))
        .queryParamIfPresent(
            "required", Optional.of(question.required()).filter(all -> !all.isEmpty()))
        .build(question.clientId());
  }

  /** Null where it says nothing of a sending that was asked about, or nothing that makes sense. */
  private static WayBack.@Nullable Answer foreseen(WayBack question, Open open) {
    Sending sending = open.sending();
    if (question.required().isEmpty()
        || (sending != null && sending.outcome().equals("released"))) {
      return new WayBack.Answer(open.wayBack(), open.need(), null);
    }
    return sending != null && sending.outcome().equals("denied") && sending.code() != null
        ? new WayBack.Answer(open.wayBack(), open.need(), sending.code())
        : null;
  }

  private static Verdict verdict(Answer answer) {
    UUID id = answer.disclosureId();
    if (answer.outcome().equals("released") && id != null) {
      return new Verdict.Released(id, given(answer.released()), given(answer.withheld()));
    }
    String code = answer.code();
    return answer.outcome().equals("denied") && code != null
        ? new Verdict.Denied(code, answer.decidedAt())
        : new Verdict.Senseless(200);
  }

  private static Verdict refused(@Nullable HttpStatus status, int code) {
    return switch (status) {
      case NOT_FOUND -> Verdict.Denied.ofStranger();
      case UNAUTHORIZED,
          FORBIDDEN,
          CONFLICT,
          TOO_MANY_REQUESTS,
          BAD_GATEWAY,
          SERVICE_UNAVAILABLE,
          GATEWAY_TIMEOUT ->
          new Verdict.Unknown(true);
      case null, default -> new Verdict.Senseless(code);
    };
  }

  private static List<String> given(@Nullable List<String> codes) {
    return codes == null ? List.of() : List.copyOf(codes);
  }
}
