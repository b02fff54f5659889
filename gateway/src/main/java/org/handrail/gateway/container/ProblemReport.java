package org.handrail.gateway.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.res.StringManager;
import org.handrail.gateway.EdgeProblems;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports what the container refused before the application saw it, naming nothing of it. */
public class ProblemReport extends ErrorReportValve {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemReport.class);
  private static final String HEADER_TOO_LARGE =
      StringManager.getManager("org.apache.coyote.http11")
          .getString("iib.requestheadertoolarge.error");

  @Override
  protected void report(Request request, Response response, @Nullable Throwable throwable) {
    var status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    var type = isOfTheHeaders(throwable) ? EdgeProblems.HEADERS_TOO_LARGE : type(status);
    var traceId = UUID.randomUUID().toString().replace("-", "");
    if (type.equals(Problems.INTERNAL)) {
      LOG.atError()
          .addKeyValue("traceId", traceId)
          .log(
              "The container failed with {}: {}",
              status,
              throwable == null ? "no exception" : throwable.getClass().getName());
    }
    try {
      response.setStatus(type.status());
      response.setContentType("application/problem+json");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response
          .getReporter()
          .write(
              """
              {"type":"%s","title":"%s","status":%d,"code":"%s","traceId":"%s"}\
              """
                  .formatted(type.uri(), type.title(), type.status(), type.code(), traceId));
      response.finishResponse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Tomcat answers 400 to too many headers, and tells them from others by its words only.
  private static boolean isOfTheHeaders(@Nullable Throwable refused) {
    return refused != null && HEADER_TOO_LARGE.equals(refused.getMessage());
  }

  private static ProblemType type(int status) {
    return switch (status) {
      case 404 -> Problems.NOT_FOUND;
      case 405, 501 -> Problems.METHOD_NOT_ALLOWED;
      case 413 -> Problems.BODY_TOO_LARGE;
      case 431 -> EdgeProblems.HEADERS_TOO_LARGE;
      case 505 -> EdgeProblems.HTTP_VERSION;
      case 503 -> Problems.UNAVAILABLE;
      default -> status < 500 ? Problems.MALFORMED : Problems.INTERNAL;
    };
  }
}
