package org.handrail.platform.calls;

import java.util.function.Consumer;
import org.handrail.platform.caller.OnBehalfOf;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;

/**
 * Calls to other services of Handrail, with this service's own token for the called one.
 *
 * <p>Per called service one circuit breaker and one time limit; while it is open or the service
 * cannot be reached, calls throw {@link Unreachable}.
 */
public interface ServiceCalls {

  /** A client whose requests carry a token with that audience, such as {@code client-service}. */
  RestClient to(String service, String baseUrl);

  /** Headers that name the person for whom this service calls. */
  static Consumer<HttpHeaders> onBehalfOf(OnBehalfOf person) {
    return headers -> {
      headers.set(OnBehalfOf.SUBJECT_HEADER, person.subject().value());
      headers.set(OnBehalfOf.AGENCY_HEADER, person.agency().value());
    };
  }
}
