package org.handrail.platform.problem;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class ConstraintWordsTest {
  private static final LocalDate TO_COME = LocalDate.of(9999, 1, 1);

  record Wrong(
      @NotBlank String blank,
      @Size(max = 2) String text,
      @Size(min = 5, max = 9) String shortText,
      @Size(min = 2) List<String> few,
      @Size(max = 1) List<String> many,
      @UniqueElements List<String> twice,
      @Min(3) int least,
      @Max(3) int most,
      @DecimalMin("0.1") BigDecimal decimal,
      @Digits(integer = 2, fraction = 0) int digits,
      @Positive int positive,
      @Past LocalDate past,
      @PastOrPresent LocalDate present,
      @Email String mail,
      @Pattern(regexp = "[a-z]{2}") String form,
      @Pattern(regexp = "[a-z]{2}", message = "Two letters") String named,
      @Null String other) {}

  @Test
  void saysWhatIsAskedForAndNeitherTheValueNorAPattern() {
    try (var factory = Validation.buildDefaultValidatorFactory()) {
      var wrong =
          new Wrong(
              " ",
              "abc",
              "abc",
              List.of("a"),
              List.of("a", "b"),
              List.of("a", "a"),
              1,
              4,
              BigDecimal.ZERO,
              123,
              0,
              TO_COME,
              TO_COME,
              "nobody",
              "7",
              "7",
              "x");
      var words =
          factory.getValidator().validate(wrong).stream()
              .collect(toMap(it -> it.getPropertyPath().toString(), ConstraintWords::of));
      assertThat(words)
          .containsExactlyInAnyOrderEntriesOf(
              Map.ofEntries(
                  Map.entry("blank", "A value is needed"),
                  Map.entry("text", "At most 2 characters"),
                  Map.entry("shortText", "From 5 to 9 characters"),
                  Map.entry("few", "At least 2 of them"),
                  Map.entry("many", "At most 1 of them"),
                  Map.entry("twice", "Each of them once"),
                  Map.entry("least", "At least 3"),
                  Map.entry("most", "At most 3"),
                  Map.entry("decimal", "At least 0.1"),
                  Map.entry("digits", "A whole number of at most 2 digits"),
                  Map.entry("positive", "More than 0"),
                  Map.entry("past", "A time that has passed"),
                  Map.entry("present", "It has not happened yet"),
                  Map.entry("mail", "An e-mail address, such as ana@example.org"),
                  Map.entry(
                      "form",
                      "Not in the form that is taken here; the description at /docs has it"),
                  Map.entry("named", "Two letters"),
                  Map.entry("other", "Not a value that is taken here")));
    }
  }
}
