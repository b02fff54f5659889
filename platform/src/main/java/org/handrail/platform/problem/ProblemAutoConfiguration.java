package org.handrail.platform.problem;

import io.micrometer.tracing.Tracer;
import jakarta.validation.Validator;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Every refusal in one form. */
@AutoConfiguration(after = JacksonAutoConfiguration.class, before = ErrorMvcAutoConfiguration.class)
public class ProblemAutoConfiguration {

  @Bean
  ProblemWriter problemWriter(JsonMapper json, ObjectProvider<Tracer> tracer) {
    return new ProblemWriter(json, () -> traceId(tracer));
  }

  private static String traceId(ObjectProvider<Tracer> tracer) {
    var known = tracer.getIfAvailable();
    var span = known == null ? null : known.currentSpan();
    return span == null ? UUID.randomUUID().toString().replace("-", "") : span.context().traceId();
  }

  @Bean
  ProblemAdvice problemAdvice(
      ProblemWriter problems,
      JsonMapper json,
      ObjectProvider<BodyJson> bodies,
      ObjectProvider<Validator> validator) {
    var unreadable = new UnreadableBody(json);
    var body = bodies.getIfAvailable();
    return new ProblemAdvice(
        problems,
        unreadable,
        body == null ? null : new BodyFaults(body.mapper(), unreadable, validator::getObject));
  }

  @Bean
  ProblemErrors problemErrors(ProblemWriter problems) {
    return new ProblemErrors(problems);
  }
}
