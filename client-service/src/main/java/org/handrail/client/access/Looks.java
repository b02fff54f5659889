package org.handrail.client.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.Codes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Notices whose record a request opens. Nothing is noticed for whom there is no such client, so
 * that what may not be seen and what is not there stay the same.
 */
@Component
public class Looks {
  /** What somebody was to a client whom they had to do with in an emergency only. */
  public static final String IN_EMERGENCY = "emergency";

  static final String DENIED = Looks.class.getName() + ".denied";

  private static final String NOTICED = Looks.class.getName();

  /** Somebody, and what they are to the clients whose records they opened. */
  record Noticed(Person person, Map<UUID, String> clients) {}

  /**
   * @param as what the person is to the client: {@code primary}, {@code privacy-officer} …
   */
  public void noticed(Person person, UUID client, String as) {
    var request = RequestContextHolder.getRequestAttributes();
    // Deadlines and events are nobody's look.
    if (request == null) {
      return;
    }
    var noticed = here(request).orElseGet(() -> new Noticed(person, new TreeMap<>()));
    noticed.clients().putIfAbsent(client, as);
    request.setAttribute(NOTICED, noticed, RequestAttributes.SCOPE_REQUEST);
  }

  /**
   * That what is asked for is refused of everybody alike, whether there is such a client or not: it
   * is kept as an attempt.
   */
  public void denied() {
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(DENIED, true, RequestAttributes.SCOPE_REQUEST);
    }
  }

  /** Whose id is in an answer that nobody's way to a client led to: a desk's list, a caseload. */
  void shown(Person person, Set<UUID> clients) {
    if (person.is(Role.PRIVACY_OFFICER)) {
      clients.forEach(client -> noticed(person, client, Codes.of(Role.PRIVACY_OFFICER)));
    } else if (person.is(Role.SUPERVISOR)) {
      clients.forEach(client -> noticed(person, client, Codes.of(Role.SUPERVISOR)));
    }
  }

  static Optional<Noticed> here(RequestAttributes request) {
    return Optional.ofNullable(
        (Noticed) request.getAttribute(NOTICED, RequestAttributes.SCOPE_REQUEST));
  }
}
