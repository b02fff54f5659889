package org.handrail.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a refused request is answered (RFC 9457). Never carries personal data.
 *
 * @param errors one for each thing that is wrong with the request's body or its parameters
 * @param properties further members of the answer
 */
public record Problem(
    ProblemType type, @Nullable String detail, List<Fault> errors, Map<String, Object> properties) {

  /**
   * One thing that is wrong.
   *
   * @param pointer a JSON Pointer into the request's body; empty for the whole body and for a
   *     parameter
   * @param parameter the name of the parameter that it is about, where it is about one
   * @param code stable, kebab-case
   */
  public record Fault(
      String pointer,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String parameter,
      String code,
      String detail) {
    public Fault(String pointer, String code, String detail) {
      this(pointer, null, code, detail);
    }

    public static Fault ofParameter(String parameter, String code, String detail) {
      return new Fault("", parameter, code, detail);
    }
  }

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
    return error(new Fault(pointer, code, detail));
  }

  /** With a parameter of the address that is wrong. */
  public Problem parameter(String name, String code, String detail) {
    return error(Fault.ofParameter(name, code, detail));
  }

  private Problem error(Fault fault) {
    var more = Stream.concat(errors.stream(), Stream.of(fault));
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
