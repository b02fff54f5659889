package org.handrail.platform.problem;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * A kind of refusal, with a paragraph of its own in {@code docs/problems.md}.
 *
 * @param code stable, kebab-case; ends the type's URI
 * @param status the HTTP status that goes with it
 * @param title what is wrong, the same for each occurrence
 */
public record ProblemType(String code, int status, String title) {

  private static final String BASE = "https://handrail.example/problems/";
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public ProblemType {
    if (!CODE.matcher(code).matches() || status < 400 || status > 599) {
      throw new IllegalArgumentException("a problem has a kebab-case code and a status from 400");
    }
  }

  public static ProblemType of(String code, int status, String title) {
    return new ProblemType(code, status, title);
  }

  public URI uri() {
    return URI.create(BASE + code);
  }
}
