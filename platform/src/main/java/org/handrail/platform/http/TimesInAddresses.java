package org.handrail.platform.http;

import java.time.temporal.Temporal;
import java.util.List;
import java.util.stream.Stream;
import org.handrail.platform.problem.SentNames;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * Times in addresses are read as those in bodies are, and of the same years. No handler reads one
 * in a way of its own, which knows no bounds.
 */
final class TimesInAddresses implements WebMvcConfigurer, HandlerRule {
  private static final List<Times<?>> READ = Times.all();

  @Override
  public void addFormatters(FormatterRegistry registry) {
    READ.forEach(times -> times.readAddresses(registry));
  }

  @Override
  public void check(RequestMappingInfo mapping, HandlerMethod handler) {
    for (var parameter : handler.getMethodParameters()) {
      if (Stream.concat(of(parameter), ofComponents(parameter)).anyMatch(Read::inAnotherWay)) {
        throw new IllegalStateException(
            handler
                + " reads a time in a way of its own: take an Instant, a LocalDate or a"
                + " LocalDateTime, without @DateTimeFormat");
      }
    }
  }

  /** What is read, and whether its handler says how. */
  private record Read(Class<?> type, boolean asItSays) {
    boolean inAnotherWay() {
      return Temporal.class.isAssignableFrom(type)
          && (asItSays || READ.stream().noneMatch(times -> times.type() == type));
    }
  }

  private static Stream<Read> of(MethodParameter parameter) {
    return Stream.of(
        new Read(
            parameter.getParameterType(), parameter.hasParameterAnnotation(DateTimeFormat.class)));
  }

  private static Stream<Read> ofComponents(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(ModelAttribute.class)
        ? SentNames.components(parameter.getParameterType())
            .map(
                component ->
                    new Read(
                        component.getType(), component.isAnnotationPresent(DateTimeFormat.class)))
        : Stream.empty();
  }
}
