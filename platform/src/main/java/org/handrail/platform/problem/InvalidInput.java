package org.handrail.platform.problem;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** What is wrong with a request that can be read but breaks a constraint. */
final class InvalidInput {

  private static final Set<String> ABSENT = Set.of("NotNull", "NotBlank", "NotEmpty");

  private InvalidInput() {}

  static Problem problem(BindingResult result) {
    return Problem.of(Problems.INVALID).errors(errors(result));
  }

  static Problem problem(HandlerMethodValidationException e) {
    var errors =
        e.getParameterValidationResults().stream()
            .flatMap(
                result ->
                    result instanceof ParameterErrors body
                        ? errors(body).stream()
                        : result.getResolvableErrors().stream()
                            .map(
                                error ->
                                    parameter(
                                        result.getMethodParameter().getParameterName(), error)))
            .toList();
    return Problem.of(Problems.INVALID).errors(errors);
  }

  private static List<Problem.Fault> errors(Errors result) {
    // Validators find them in no order of their own.
    return result.getAllErrors().stream()
        .map(InvalidInput::error)
        .sorted(comparing(Problem.Fault::pointer).thenComparing(Problem.Fault::code))
        .toList();
  }

  private static Problem.Fault error(ObjectError error) {
    var pointer = error instanceof FieldError field ? pointer(field.getField()) : "";
    return new Problem.Fault(pointer, code(error), detail(error));
  }

  private static Problem.Fault parameter(@Nullable String name, MessageSourceResolvable error) {
    return new Problem.Fault("", code(error), "Parameter " + name + " " + detail(error));
  }

  // The constraint's own text: it names limits, never the value.
  private static String detail(MessageSourceResolvable error) {
    return Optional.ofNullable(error.getDefaultMessage()).orElse("is not valid");
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
