package org.handrail.client.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Lines of text as a PDF of letter format with numbered pages. The letters of Latin, Greek and
 * Cyrillic are embedded as far as they are used; those of other scripts come out as question marks.
 */
public final class PlainPdf {
  private static final float MARGIN = 54;
  private static final float SIZE = 10;
  private static final float LEADING = 14;
  private static final float INDENT = 18;
  private static final float WIDTH = PDRectangle.LETTER.getWidth() - 2 * MARGIN;
  private static final int LINES_ON_A_PAGE =
      (int) ((PDRectangle.LETTER.getHeight() - 2 * MARGIN) / LEADING);

  private final PDFont text;
  private final PDFont heading;

  private PlainPdf(PDDocument document) throws IOException {
    text = font(document, "LiberationSans-Regular");
    heading = font(document, "LiberationSans-Bold");
  }

  private static PDFont font(PDDocument document, String name) throws IOException {
    try (var file = PlainPdf.class.getResourceAsStream("/liberation/" + name + ".ttf")) {
      return PDType0Font.load(document, Objects.requireNonNull(file, name), true);
    }
  }

  /** The bytes of the file. */
  public static byte[] of(List<Line> lines) {
    try (var document = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      new PlainPdf(document).write(document, lines);
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What fits into the width of the paper. */
  private record Printed(float left, PDFont font, String text) {}

  private void write(PDDocument document, List<Line> lines) throws IOException {
    var pages = pages(lines);
    for (int i = 0; i < pages.size(); i++) {
      page(document, pages.get(i), "%d / %d".formatted(i + 1, pages.size()));
    }
  }

  private List<List<Printed>> pages(List<Line> lines) throws IOException {
    var pages = new ArrayList<List<Printed>>();
    var page = new ArrayList<Printed>();
    for (var line : lines) {
      var room = LINES_ON_A_PAGE - (line.heading() ? 2 : 0);
      for (var printed : wrapped(line)) {
        if (page.size() >= room) {
          pages.add(page);
          page = new ArrayList<>();
        }
        if (!page.isEmpty() || !printed.text().isBlank()) {
          page.add(printed);
        }
      }
    }
    pages.add(page);
    return pages;
  }

  private void page(PDDocument document, List<Printed> lines, String number) throws IOException {
    var page = new PDPage(PDRectangle.LETTER);
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      var y = PDRectangle.LETTER.getHeight() - MARGIN;
      for (var line : lines) {
        show(content, line, y);
        y -= LEADING;
      }
      show(content, new Printed((WIDTH - width(number, text)) / 2, text, number), MARGIN / 2);
    }
  }

  private static void show(PDPageContentStream content, Printed line, float y) throws IOException {
    content.beginText();
    content.setFont(line.font(), SIZE);
    content.newLineAtOffset(MARGIN + line.left(), y);
    content.showText(line.text());
    content.endText();
  }

  // What goes on in the next line stands a little further in.
  private List<Printed> wrapped(Line line) throws IOException {
    var font = line.heading() ? heading : text;
    var printed = new ArrayList<Printed>();
    var left = line.depth() * INDENT;
    var rest = printable(line.text(), font);
    while (true) {
      var end = fitting(rest, font, WIDTH - left);
      printed.add(new Printed(left, font, rest.substring(0, end)));
      rest = rest.substring(end).stripLeading();
      if (rest.isEmpty()) {
        return printed;
      }
      left = line.depth() * INDENT + INDENT / 2;
    }
  }

  // Up to the last blank; a word that is longer than a line is cut.
  private static int fitting(String text, PDFont font, float width) throws IOException {
    if (width(text, font) <= width) {
      return text.length();
    }
    int end = 1;
    while (width(text.substring(0, end + 1), font) <= width) {
      end++;
    }
    var blank = text.lastIndexOf(' ', end);
    return blank > 0 ? blank : end;
  }

  private static float width(String text, PDFont font) throws IOException {
    return font.getStringWidth(text) / 1000 * SIZE;
  }

  // The fonts lack many of the world's letters. Of those that are written from right to left they
  // have some, but nothing here would put them in their order.
  private static String printable(String text, PDFont font) {
    var printable = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .map(letter -> Character.isSpaceChar(letter) ? ' ' : letter)
        .mapToObj(Character::toString)
        .forEach(
            letter -> printable.append(isLeftToRight(letter) && has(font, letter) ? letter : "?"));
    return printable.toString();
  }

  private static boolean isLeftToRight(String letter) {
    return switch (Character.getDirectionality(letter.codePointAt(0))) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
          false;
      default -> true;
    };
  }

  private static boolean has(PDFont font, String letter) {
    try {
      font.encode(letter);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
