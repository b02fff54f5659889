package org.handrail.platform.problem;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** Text that nobody could read as it was written. Its message is shown to whoever sent it. */
public final class RefusedText extends MismatchedInputException {
  private final String code;

  /**
   * @param code what is wrong with it, kebab-case
   * @param detail the same in words, without any of the text
   */
  public RefusedText(JsonParser parser, String code, String detail) {
    super(parser, detail, String.class);
    this.code = code;
  }

  String code() {
    return code;
  }
}
