package org.handrail.referral.careteam;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.calls.ServiceCalls;
import org.handrail.platform.calls.Unreachable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks client-service, as {@code contracts/…/http/disclosures/consents-behind} has it. */
@Component
class HttpConsentsBehind implements ConsentsBehind {
  private final RestClient client;

  HttpConsentsBehind(ServiceCalls calls, @Value("${handrail.client-service-url}") String address) {
    client = calls.to("client-service", address);
  }

  record Answer(List<Item> items) {}

  record Item(
      UUID disclosureId,
      UUID consentId,
      List<String> categories,
      String status,
      String expires,
      @Nullable Instant until) {}

  @Override
  public Optional<Map<UUID, Behind>> of(
      Person person, UUID clientId, Collection<UUID> disclosures) {
    if (disclosures.isEmpty()) {
      return Optional.of(Map.of());
    }
    try {
      var answer =
          client
              .get()
              .uri(
                  uri ->
                      uri.path("/internal/consents-behind/{client}")
                          .queryParam("disclosure", disclosures.toArray())
                          .build(clientId))
              .headers(ServiceCalls.onBehalfOf(person.onBehalfOf()))
              .retrieve()
              .requiredBody(Answer.class);
      Map<UUID, Behind> behind = new HashMap<>();
      answer.items().forEach(item -> behind.put(item.disclosureId(), behind(item)));
      return Optional.of(behind);
    } catch (Unreachable | RestClientException e) {
      return Optional.empty();
    }
  }

  private static Behind behind(Item item) {
    return new Behind(
        item.consentId(), item.categories(), item.status(), item.expires(), item.until());
  }
}
