package org.handrail.client.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.handrail.platform.caller.CurrentCaller;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Keeps that somebody was told that there is no such thing, before they are told: the request's own
 * transaction has ended by then. It knows no more than the answer does, so what is kept, and the
 * time that it takes, is the same for what is absent and for what is not theirs (P2-APP-2).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class KeepingDeniedAttempts implements HandlerExceptionResolver {
  private final DeniedAttempts attempts;
  private final Transactions transactions;
  private final Clock clock;
  private final KeptAlready<Instant, Tried> kept = new KeptAlready<>(Instant.EPOCH);

  KeepingDeniedAttempts(DeniedAttempts attempts, Transactions transactions, Clock clock) {
    this.attempts = attempts;
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Tried(Person person, String kind) {}

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception refusal) {
    if (refusal instanceof NotFound || request.getAttribute(Looks.DENIED) != null) {
      CurrentCaller.personIfAny().ifPresent(person -> keep(person, kind(request)));
    }
    // Somebody else answers.
    return null;
  }

  private void keep(Person person, String kind) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var hour = AccessLog.hour(now);
    var tried = new Tried(person, kind);
    if (!kept.has(hour, tried)) {
      transactions.run(() -> attempts.keep(person, kind, now));
      kept.add(hour, tried);
    }
  }

  private static String kind(HttpServletRequest request) {
    return LookKind.of(
        String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
  }
}
