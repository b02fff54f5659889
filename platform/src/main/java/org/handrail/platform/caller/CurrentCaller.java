package org.handrail.platform.caller;

import java.util.Optional;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.springframework.security.core.context.SecurityContextHolder;

/** The caller of the request at hand, where no parameter can bring it. */
public final class CurrentCaller {

  private CurrentCaller() {}

  /** Refuses (401) when nobody signed in. */
  public static Caller get() {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof CallerAuthentication authentication) {
      return authentication.caller();
    }
    throw Refusal.of(Problems.UNAUTHENTICATED);
  }

  /** What the caller's organisation calls them, if their token says it. */
  public static Optional<String> name() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof CallerAuthentication authentication
        ? authentication.name()
        : Optional.empty();
  }

  /**
   * The person who is asking; none where a service asks, nobody signed in or there is no request.
   */
  public static Optional<Person> personIfAny() {
    return SecurityContextHolder.getContext().getAuthentication()
                instanceof CallerAuthentication authentication
            && authentication.caller() instanceof Person person
        ? Optional.of(person)
        : Optional.empty();
  }

  /** Refuses (403) when the caller is a service. */
  public static Person person() {
    if (get() instanceof Person person) {
      return person;
    }
    throw Refusal.of(Problems.ROLE_NOT_ALLOWED);
  }
}
