package org.handrail.referral.directory.imports;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets one file into memory after the other: each may be as large as this service's memory has room
 * for, not two of them.
 */
final class OneFileAtATime implements HandlerInterceptor {
  static final ProblemType UNDER_WAY =
      ProblemType.of("import-under-way", 409, "Another file is just being taken in");

  private static final String MINE = OneFileAtATime.class.getName();

  private final Semaphore room = new Semaphore(1, true);
  private final Duration patience;

  /**
   * @param patience how long a file waits for its turn
   */
  OneFileAtATime(Duration patience) {
    this.patience = patience;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws InterruptedException {
    if (!HttpMethod.POST.matches(request.getMethod())
        || request.getDispatcherType() != DispatcherType.REQUEST) {
      return true;
    }
    if (!room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw Refusal.of(
          Problem.of(UNDER_WAY).detail("Nothing was taken. Send it again in a minute."));
    }
    request.setAttribute(MINE, true);
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    if (request.getAttribute(MINE) != null) {
      request.removeAttribute(MINE);
      room.release();
    }
  }
}
