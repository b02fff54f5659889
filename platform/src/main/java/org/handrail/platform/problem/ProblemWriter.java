package org.handrail.platform.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems, whatever the request said it accepts. */
public final class ProblemWriter {

  /** Statuses of something that may answer again soon. */
  private static final Set<Integer> AWAY = Set.of(503, 504);

  private final JsonMapper json;
  private final Supplier<String> traceId;

  ProblemWriter(JsonMapper json, Supplier<String> traceId) {
    this.json = json;
    this.traceId = traceId;
  }

  /** Does nothing but end it when the response's head has already left. */
  public void write(HttpServletResponse response, Problem problem) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(problem.type().status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (AWAY.contains(problem.type().status())
        && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "2");
    }
    response.getOutputStream().write(json.writeValueAsBytes(body(problem)));
    response.flushBuffer();
  }

  private Map<String, Object> body(Problem problem) {
    var body = new LinkedHashMap<String, Object>();
    var type = problem.type();
    body.put("type", type.uri());
    body.put("title", type.title());
    body.put("status", type.status());
    body.put("code", type.code());
    if (problem.detail() != null) {
      body.put("detail", problem.detail());
    }
    body.put("traceId", traceId.get());
    if (!problem.errors().isEmpty()) {
      body.put("errors", problem.errors());
    }
    problem.properties().forEach(body::putIfAbsent);
    return body;
  }
}
