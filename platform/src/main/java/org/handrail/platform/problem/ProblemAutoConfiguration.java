package org.handrail.platform.problem;

import io.micrometer.tracing.Tracer;
import jakarta.servlet.Filter;
import jakarta.validation.Validator;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
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

  /**
   * A body is never taken for parameters: who asks for these leaves it to whoever reads it. A TRACE
   * comes in to be refused like any other method.
   */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestsAsOthersReadThem() {
    return factory ->
        factory.addConnectorCustomizers(
            connector -> {
              connector.setParseBodyMethods("");
              connector.setAllowTrace(true);
            });
  }

  @Bean
  FilterRegistrationBean<NothingEchoed> nothingEchoed() {
    return early(new NothingEchoed());
  }

  @Bean
  FilterRegistrationBean<DecodableParameters> decodableParameters(ProblemWriter problems) {
    return early(new DecodableParameters(problems));
  }

  // Before all that looks at who is asking, which may read parameters already.
  private static <F extends Filter> FilterRegistrationBean<F> early(F filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
    return registration;
  }

  @Bean
  ProblemErrors problemErrors(ProblemWriter problems) {
    return new ProblemErrors(problems);
  }
}
