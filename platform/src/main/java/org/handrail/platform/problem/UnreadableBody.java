package org.handrail.platform.problem;

import java.util.List;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with a body that is no JSON, or not the JSON that was asked for. */
final class UnreadableBody {

  private final JsonMapper json;

  /**
   * @param json by which bodies are read
   */
  UnreadableBody(JsonMapper json) {
    this.json = json;
  }

  Problem problem(HttpMessageNotReadableException e) {
    return e.getCause() instanceof JacksonException unreadable
        ? problem(unreadable)
        : Problem.of(Problems.MALFORMED).detail("The body is missing or unreadable");
  }

  private Problem problem(JacksonException e) {
    return switch (e) {
      case StreamReadException unreadable -> malformed(unreadable);
      case StreamConstraintsException _ ->
          Problem.of(Problems.BODY_TOO_LARGE)
              .detail("It has more values, longer or deeper ones than are taken here");
      default -> Problem.of(Problems.INVALID).errors(List.of(fault(e)));
    };
  }

  /** What a value of well-formed JSON has wrong. */
  Problem.Fault fault(JacksonException e) {
    var pointer = pointer(e.getPath());
    return switch (e) {
      case RefusedText text -> new Problem.Fault(pointer, text.code(), text.getOriginalMessage());
      case UnrecognizedPropertyException _ ->
          new Problem.Fault(pointer, "unknown-field", "This field is not known here");
      case InvalidNullException _ -> new Problem.Fault(pointer, "missing", ConstraintWords.NEEDED);
      case YearOutOfRange year -> new Problem.Fault(pointer, YearOutOfRange.CODE, year.range());
      case InvalidFormatException format when isOfTheRightType(format) ->
          new Problem.Fault(pointer, "wrong-format", expected(format));
      case MismatchedInputException _ ->
          new Problem.Fault(pointer, "wrong-type", "Another type is needed");
      default -> new Problem.Fault(pointer, "wrong-value", "Not a usable value");
    };
  }

  private String expected(InvalidFormatException e) {
    return e.getTargetType().isEnum() ? codes(e.getTargetType()) : "Not a value of this field";
  }

  /** Which codes an enum has, in a sentence. */
  String codes(Class<?> type) {
    return "One of "
        + String.join(", ", json.convertValue(type.getEnumConstants(), String[].class));
  }

  // Refused coercions come as formats too.
  private static boolean isOfTheRightType(InvalidFormatException e) {
    var target = e.getTargetType();
    return e.getValue() instanceof String
        && target != Boolean.class
        && !target.isPrimitive()
        && !Number.class.isAssignableFrom(target);
  }

  private static Problem malformed(StreamReadException e) {
    var where = e.getLocation();
    return Problem.of(Problems.MALFORMED)
        .detail(
            where == null
                ? "The body is not well-formed JSON in UTF-8"
                : "The body is not well-formed JSON in UTF-8 (line %d, column %d)"
                    .formatted(where.getLineNr(), where.getColumnNr()));
  }

  private static String pointer(List<JacksonException.Reference> path) {
    var pointer = new StringBuilder();
    for (var step : path) {
      pointer
          .append('/')
          .append(
              step.getPropertyName() == null
                  ? Integer.toString(step.getIndex())
                  : step.getPropertyName().replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
