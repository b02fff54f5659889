package org.handrail.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.handrail.platform.sql.Outages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns whatever a handler throws into a problem. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  // Text that PostgreSQL cannot hold, which came in past the body: an address, a header.
  private static final Set<String> NOT_TEXT = Set.of("22021", "22P05");

  private final ProblemWriter problems;
  private final UnreadableBody unreadable;
  private final InvalidInput invalid;
  private final @Nullable BodyFaults faults;

  ProblemAdvice(ProblemWriter problems, UnreadableBody unreadable, @Nullable BodyFaults faults) {
    this.problems = problems;
    this.unreadable = unreadable;
    this.invalid = new InvalidInput(unreadable);
    this.faults = faults;
  }

  /** Headers are looked at when they are read, which may be as late as here. */
  @ExceptionHandler
  void rejected(RequestRejectedException e, HttpServletResponse response) throws IOException {
    problems.write(
        response, Problem.of(Problems.MALFORMED).detail("The address or a header is malformed"));
  }

  @ExceptionHandler
  void refused(Refusal e, HttpServletResponse response) throws IOException {
    problems.write(response, e.problem());
  }

  @ExceptionHandler
  void unreadable(
      HttpMessageNotReadableException e,
      HandlerMethod handler,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    // A limit that is met while the body is read.
    if (NestedExceptionUtils.getRootCause(e) instanceof Refusal refusal) {
      refused(refusal, response);
      return;
    }
    var first = unreadable.problem(e);
    var all =
        faults == null || first.type().equals(Problems.BODY_TOO_LARGE)
            ? List.<Problem.Fault>of()
            : faults.of(request, handler);
    problems.write(response, all.isEmpty() ? first : Problem.of(Problems.INVALID).errors(all));
  }

  @ExceptionHandler
  void invalid(MethodArgumentNotValidException e, HttpServletResponse response) throws IOException {
    problems.write(response, invalid.problem(e));
  }

  @ExceptionHandler
  void invalid(HandlerMethodValidationException e, HttpServletResponse response)
      throws IOException {
    problems.write(response, invalid.problem(e));
  }

  @ExceptionHandler
  void missing(MissingServletRequestParameterException e, HttpServletResponse response)
      throws IOException {
    problems.write(
        response,
        Problem.of(Problems.INVALID)
            .parameter(e.getParameterName(), "missing", ConstraintWords.NEEDED));
  }

  @ExceptionHandler
  void mistyped(MethodArgumentTypeMismatchException e, HttpServletResponse response)
      throws IOException {
    problems.write(
        response,
        e.getParameter().hasParameterAnnotation(PathVariable.class)
            ? Problem.of(Problems.NOT_FOUND)
            : Problem.of(Problems.INVALID)
                .errors(List.of(invalid.unusable(SentNames.of(e.getParameter()), type(e), e))));
  }

  private static Class<?> type(MethodArgumentTypeMismatchException e) {
    return e.getRequiredType() == null ? Object.class : e.getRequiredType();
  }

  @ExceptionHandler
  void database(DataAccessException e, HttpServletResponse response) throws Exception {
    if (NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException sql
        && NOT_TEXT.contains(String.valueOf(sql.getSQLState()))) {
      problems.write(response, Problem.of(Problems.MALFORMED));
    } else {
      orUnavailable(e, response);
    }
  }

  @ExceptionHandler
  void transaction(TransactionException e, HttpServletResponse response) throws Exception {
    orUnavailable(e, response);
  }

  private void orUnavailable(Exception e, HttpServletResponse response) throws Exception {
    if (!Outages.caused(e)) {
      failed(e, response);
      return;
    }
    LOG.warn("A request was turned away: {}", e.getClass().getSimpleName());
    problems.write(response, Problem.of(Problems.UNAVAILABLE));
  }

  @ExceptionHandler({AsyncRequestNotUsableException.class, AsyncRequestTimeoutException.class})
  void gone(Exception e) {
    LOG.debug("The caller left: {}", e.getClass().getSimpleName());
  }

  @ExceptionHandler
  void failed(Exception e, HttpServletResponse response) throws Exception {
    if (response.isCommitted()) {
      // Only a connection that breaks off still tells that this was not all.
      throw e;
    }
    if (e instanceof ErrorResponse known && known.getStatusCode().value() < 500) {
      known
          .getHeaders()
          .forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
      problems.write(response, Problem.of(Statuses.type(known.getStatusCode().value())));
      return;
    }
    LOG.error("A request failed", Nameless.of(e));
    problems.write(response, Problem.of(Problems.INTERNAL));
  }
}
