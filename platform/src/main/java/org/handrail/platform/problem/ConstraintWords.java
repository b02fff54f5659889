package org.handrail.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * What a broken constraint asks for, in the words of our problems: it names limits, never the value
 * and never a pattern. A constraint that has words of its own is told by them.
 */
final class ConstraintWords {
  static final String NEEDED = "A value is needed";
  private static final Set<String> STANDARD =
      Set.of("{jakarta.validation.constraints.", "{org.hibernate.validator.constraints.");

  private ConstraintWords() {}

  static String of(ConstraintViolation<?> broken) {
    if (STANDARD.stream().noneMatch(broken.getMessageTemplate()::startsWith)) {
      return broken.getMessage();
    }
    return switch (broken.getConstraintDescriptor().getAnnotation()) {
      case NotNull _, NotBlank _, NotEmpty _ -> NEEDED;
      case Size size -> size(size, broken.getInvalidValue() instanceof CharSequence);
      case Min least -> "At least " + least.value();
      case DecimalMin least -> "At least " + least.value();
      case Max most -> "At most " + most.value();
      case DecimalMax most -> "At most " + most.value();
      case Positive _ -> "More than 0";
      case PositiveOrZero _ -> "0 or more";
      case Digits digits when digits.fraction() == 0 ->
          "A whole number of at most %d digits".formatted(digits.integer());
      case Past _ -> "A time that has passed";
      case PastOrPresent _ -> "It has not happened yet";
      case UniqueElements _ -> "Each of them once";
      case Email _ -> "An e-mail address, such as ana@example.org";
      case Pattern _ -> "Not in the form that is taken here; the description at /docs has it";
      default -> "Not a value that is taken here";
    };
  }

  private static String size(Size size, boolean isText) {
    var of = isText ? " characters" : " of them";
    if (size.max() == Integer.MAX_VALUE) {
      return "At least " + size.min() + of;
    }
    return size.min() == 0
        ? "At most " + size.max() + of
        : "From %d to %d%s".formatted(size.min(), size.max(), of);
  }
}
