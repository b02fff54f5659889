package org.handrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** What every refusal of the edge looks like. */
final class Answers {

  private Answers() {}

  static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.body())
        .contains(
            "\"type\":\"https://handrail.example/problems/" + code + "\"",
            "\"code\":\"" + code + "\"",
            "\"status\":" + status,
            "\"title\":",
            "\"traceId\":")
        .doesNotContain("Exception", "org.", "127.0.0.1");
  }
}
