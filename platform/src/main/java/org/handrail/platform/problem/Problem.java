package org.handrail.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a refused request is answered (RFC 9457). Never carries personal data.
 *
 * @param errors one for each thing that is wrong with the request's body
 * @param properties further members of the answer
 */
public record Problem(
    ProblemType type, @Nullable String detail, List<Fault> errors, Map<String, Object> properties) {

  /**
   * One thing that is wrong.
   *
   * @param pointer a JSON Pointer into the request's body; empty for the whole body
   * @param code stable, kebab-case
   */
  public record Fault(String pointer, String code, String detail) {}

  public Problem {
    errors = List.copyOf(errors);
    properties = Map.copyOf(properties);
  }

  public static Problem of(ProblemType type) {
    return new Problem(type, null, List.of(), Map.of());
  }

  public Problem detail(String detail) {
    return new Problem(type, detail, errors, properties);
  }

  public Problem error(String pointer, String code, String detail) {
    var more = Stream.concat(errors.stream(), Stream.of(new Fault(pointer, code, detail)));
    return new Problem(type, this.detail, more.toList(), properties);
  }

  public Problem errors(List<Fault> errors) {
    return new Problem(type, detail, errors, properties);
  }

  public Problem with(String property, Object value) {
    var more = new LinkedHashMap<>(properties);
    more.put(property, value);
    return new Problem(type, detail, errors, more);
  }
}
