package org.handrail.platform.http;

import java.util.regex.Pattern;
import org.handrail.platform.problem.RefusedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Text of a request, which others read as it was written: one line, or several where {@link
 * ManyLines} says so; no control characters, nothing that turns the direction of what stands around
 * it, nothing that no script has, and not made of what cannot be seen alone. Every script and every
 * emoji goes through, with the joiners and direction marks that they need. Blank text is left to
 * whoever wants a value.
 */
final class ReadableText extends StdScalarDeserializer<String> {
  private static final PlainText PLAIN = new PlainText();

  // Tags are seen as the flag of a region, such as Wales, and as nothing anywhere else.
  private static final Pattern FLAG =
      Pattern.compile("\\x{1f3f4}[\\x{e0030}-\\x{e0039}\\x{e0061}-\\x{e007a}]{3,6}\\x{e007f}");
  private static final String BLACK_FLAG = "\ud83c\udff4";

  private final boolean manyLines;

  ReadableText() {
    this(false);
  }

  private ReadableText(boolean manyLines) {
    super(String.class);
    this.manyLines = manyLines;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    return new ReadableText(property != null && property.getAnnotation(ManyLines.class) != null);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    var text = PLAIN.deserialize(parser, context);
    if (text != null) {
      require(text, parser, manyLines);
    }
    return text;
  }

  /** Names in bodies that their senders choose. */
  static KeyDeserializer names() {
    return new KeyDeserializer() {
      @Override
      public Object deserializeKey(String name, DeserializationContext context) {
        require(name, context.getParser(), false);
        return name;
      }
    };
  }

  private static void require(String text, JsonParser parser, boolean manyLines) {
    if (FLAG.matcher(text).replaceAll(BLACK_FLAG).codePoints().anyMatch(ReadableText::isHarmful)) {
      throw new RefusedText(
          parser,
          "character-not-taken",
          "It has a control character, one that turns the direction of writing, or one that no"
              + " script has");
    }
    if (!manyLines && text.codePoints().anyMatch(ReadableText::leavesTheLine)) {
      throw new RefusedText(
          parser,
          "character-not-taken",
          "One line is taken here: no line break, no tab, nothing that turns the direction of"
              + " writing");
    }
    if (!text.isBlank() && text.codePoints().noneMatch(Visible::is)) {
      throw new RefusedText(parser, "nothing-visible", "Nothing of it can be seen");
    }
  }

  private static boolean isHarmful(int c) {
    return Character.getType(c) == Character.CONTROL
        ? c != '\t' && c != '\n' && c != '\r'
        : isWithin(c, 0x202a, 0x202e)
            // Forms that Unicode gave up, and marks of annotations.
            || isWithin(c, 0x206a, 0x206f)
            || isWithin(c, 0xfff9, 0xfffb)
            || isWithin(c, 0xe0000, 0xe007f)
            || isNoCharacter(c);
  }

  // Of two of each seventeen planes, and of one place between, Unicode promises to make nothing.
  private static boolean isNoCharacter(int c) {
    return (c & 0xfffe) == 0xfffe || isWithin(c, 0xfdd0, 0xfdef);
  }

  private static boolean leavesTheLine(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || isWithin(c, 0x2028, 0x2029)
        // Isolates: one that is not ended turns the rest of the line.
        || isWithin(c, 0x2066, 0x2069);
  }

  private static boolean isWithin(int c, int first, int last) {
    return c >= first && c <= last;
  }
}
