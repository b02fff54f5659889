package org.handrail.platform.caller;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A person who can sign in, by the {@code sub} of their token: an id that says nothing of them. */
public record SubjectId(@JsonValue String value) {

  private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SubjectId {
    if (!SUBJECT.matcher(value).matches()) {
      throw new IllegalArgumentException("not a subject");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
