package org.handrail.referral.directory.hsds;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Which page is asked for, of how many rows.
 *
 * @param page from 1, which it is unless said
 * @param perPage 50 unless said
 * @param format {@code json}; {@code ndjson} is answered without pages
 */
record Paging(
    @Parameter(schema = @Schema(type = "integer", format = "int32", defaultValue = "1"))
        @Nullable Integer page,
    @BindParam("per_page")
        @Parameter(
            name = "per_page",
            schema = @Schema(type = "integer", format = "int32", defaultValue = "50"))
        @Nullable Integer perPage,
    @Parameter(
            description = "ndjson: all of it, a line for each row, without page and per_page",
            schema =
                @Schema(
                    type = "string",
                    allowableValues = {"json", "ndjson"},
                    defaultValue = "json"))
        @Nullable String format) {
  private static final int USUAL = 50;

  // Whoever wants more than that wants the whole, and gets it line by line.
  private static final int FURTHEST = 100_000;

  int number() {
    return page == null ? 1 : page;
  }

  int size() {
    return perPage == null ? USUAL : perPage;
  }

  int offset() {
    return (number() - 1) * size();
  }

  /** Refuses what is no page ({@code invalid}). */
  Paging within(int most) {
    if (format != null && !format.equals("json")) {
      throw invalid("format", "wrong-value", "json or ndjson");
    }
    if (size() < 1 || size() > most) {
      throw invalid("per_page", "size", "From 1 to " + most);
    }
    if (number() < 1 || (long) number() * size() > FURTHEST) {
      throw invalid("page", "size", "Leads to the first %d at most".formatted(FURTHEST));
    }
    return this;
  }

  private static Refusal invalid(String parameter, String code, String detail) {
    return Refusal.of(Problem.of(Problems.INVALID).parameter(parameter, code, detail));
  }
}
