package org.handrail.platform.problem;

import static java.util.Comparator.comparing;

import jakarta.validation.ConstraintViolation;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** What is wrong with a request that can be read but breaks a constraint. */
final class InvalidInput {

  private static final Set<String> ABSENT = Set.of("NotNull", "NotBlank", "NotEmpty");

  private static final String UNUSABLE = "Not a value of this parameter";
  private static final String WHOLE_NUMBER = "Expected a whole number such as 20";
  private static final Map<Class<?>, String> EXPECTED =
      Map.of(
          Instant.class, "Expected a time such as 2026-01-31T10:00:00Z",
          LocalDate.class, "Expected a date such as 2026-01-31",
          UUID.class, "Expected a UUID",
          int.class, WHOLE_NUMBER,
          Integer.class, WHOLE_NUMBER,
          boolean.class, "Expected true or false",
          Boolean.class, "Expected true or false");

  private final UnreadableBody unreadable;

  /**
   * @param unreadable knows which codes there are of a kind
   */
  InvalidInput(UnreadableBody unreadable) {
    this.unreadable = unreadable;
  }

  Problem problem(MethodArgumentNotValidException e) {
    return problem(faults(e.getBindingResult(), e.getParameter()));
  }

  Problem problem(HandlerMethodValidationException e) {
    return problem(e.getParameterValidationResults().stream().flatMap(this::faults));
  }

  /** What of a body breaks its constraints. */
  static List<Problem.Fault> faults(Errors body) {
    return sorted(body.getAllErrors().stream().map(InvalidInput::ofBody));
  }

  /**
   * @param type of what the parameter was to become
   * @param why it did not
   */
  Problem.Fault unusable(String parameter, Class<?> type, TypeMismatchException why) {
    if (why.getMostSpecificCause() instanceof YearOutOfRange year) {
      return Problem.Fault.ofParameter(parameter, YearOutOfRange.CODE, year.range());
    }
    return Problem.Fault.ofParameter(
        parameter,
        "wrong-format",
        type.isEnum() ? unreadable.codes(type) : EXPECTED.getOrDefault(type, UNUSABLE));
  }

  private static Problem problem(Stream<Problem.Fault> faults) {
    return Problem.of(Problems.INVALID).errors(sorted(faults));
  }

  // Validators find them in no order of their own.
  private static List<Problem.Fault> sorted(Stream<Problem.Fault> faults) {
    return faults
        .sorted(
            comparing(Problem.Fault::pointer)
                .thenComparing(fault -> String.valueOf(fault.parameter()))
                .thenComparing(Problem.Fault::code))
        .toList();
  }

  private Stream<Problem.Fault> faults(ParameterValidationResult result) {
    var parameter = result.getMethodParameter();
    return result instanceof ParameterErrors errors
        ? faults(errors, parameter)
        : result.getResolvableErrors().stream()
            .map(
                error ->
                    Problem.Fault.ofParameter(
                        SentNames.of(parameter),
                        code(error),
                        ConstraintWords.of(result.unwrap(error, ConstraintViolation.class))));
  }

  private Stream<Problem.Fault> faults(Errors errors, MethodParameter of) {
    return errors.getAllErrors().stream()
        .map(
            error ->
                of.hasParameterAnnotation(RequestBody.class)
                    ? ofBody(error)
                    : ofParameter(error, of.getParameterType()));
  }

  private static Problem.Fault ofBody(ObjectError error) {
    var pointer = error instanceof FieldError field ? pointer(field.getField()) : "";
    return new Problem.Fault(pointer, code(error), words(error));
  }

  /** Of one that is bound to a component of a record, by the component's name or its own. */
  private Problem.Fault ofParameter(ObjectError error, Class<?> record) {
    if (!(error instanceof FieldError field)) {
      return ofBody(error);
    }
    var component =
        SentNames.components(record)
            .filter(it -> it.getName().equals(field.getField()))
            .findFirst()
            .or(
                () ->
                    SentNames.components(record)
                        .filter(it -> SentNames.of(it).equals(field.getField()))
                        .findFirst());
    var name = component.map(SentNames::of).orElse(field.getField());
    return field.isBindingFailure()
        ? unusable(
            name,
            component.<Class<?>>map(Parameter::getType).orElse(Object.class),
            error.unwrap(TypeMismatchException.class))
        : Problem.Fault.ofParameter(name, code(error), words(error));
  }

  private static String words(ObjectError error) {
    return ConstraintWords.of(error.unwrap(ConstraintViolation.class));
  }

  private static String code(MessageSourceResolvable error) {
    var codes = error.getCodes();
    var constraint = codes == null || codes.length == 0 ? "invalid" : codes[codes.length - 1];
    return ABSENT.contains(constraint)
        ? "missing"
        : constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static String pointer(String field) {
    return "/" + field.replace("[", "/").replace("]", "").replace(".", "/");
  }
}
