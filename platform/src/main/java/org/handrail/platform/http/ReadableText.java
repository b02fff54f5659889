package org.handrail.platform.http;

import org.handrail.platform.problem.RefusedText;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Text of a request, which others read as it was written: no control characters but tabs and line
 * breaks, nothing that turns the direction of what stands around it, and not made of what cannot be
 * seen alone. Every script and every emoji goes through, with the joiners and direction marks that
 * they need. Blank text is left to whoever wants a value.
 */
final class ReadableText extends StdScalarDeserializer<String> {
  private static final PlainText PLAIN = new PlainText();

  // Letters, marks and symbols by their kind, and yet without anything to see.
  private static final String EMPTY_FORMS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

  ReadableText() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    var text = PLAIN.deserialize(parser, context);
    if (text == null) {
      return text;
    }
    if (text.codePoints().anyMatch(ReadableText::isHarmful)) {
      throw new RefusedText(
          parser,
          "character-not-taken",
          "It has a control character, or one that turns the direction of writing");
    }
    if (!text.isBlank() && text.codePoints().noneMatch(ReadableText::isVisible)) {
      throw new RefusedText(parser, "nothing-visible", "Nothing of it can be seen");
    }
    return text;
  }

  private static boolean isHarmful(int c) {
    return Character.getType(c) == Character.CONTROL
        ? c != '\t' && c != '\n' && c != '\r'
        : c >= 0x202a && c <= 0x202e;
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT ->
          false;
      default -> EMPTY_FORMS.indexOf(c) < 0 && !isVariationSelector(c);
    };
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0x180b && c <= 0x180f)
        || (c >= 0xfe00 && c <= 0xfe0f)
        || (c >= 0xe0100 && c <= 0xe01ef);
  }
}
