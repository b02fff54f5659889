package org.handrail.client.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * Lines of text as a PDF of letter format, wrapped where they are too long. Letters that the
 * standard font lacks come out as question marks.
 */
public final class PlainPdf {
  private static final float MARGIN = 54;
  private static final float SIZE = 10;
  private static final float LEADING = 14;
  private static final float WIDTH = PDRectangle.LETTER.getWidth() - 2 * MARGIN;
  private static final int LINES_ON_A_PAGE =
      (int) ((PDRectangle.LETTER.getHeight() - 2 * MARGIN) / LEADING);

  private PlainPdf() {}

  /** The bytes of the file. */
  public static byte[] of(List<String> texts) {
    try (var document = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
      var lines = new ArrayList<String>();
      for (var text : texts) {
        lines.addAll(wrapped(printable(text, font), font));
      }
      for (int from = 0; from < lines.size(); from += LINES_ON_A_PAGE) {
        page(document, font, lines.subList(from, Math.min(lines.size(), from + LINES_ON_A_PAGE)));
      }
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void page(PDDocument document, PDFont font, List<String> lines)
      throws IOException {
    var page = new PDPage(PDRectangle.LETTER);
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(font, SIZE);
      content.setLeading(LEADING);
      content.newLineAtOffset(MARGIN, PDRectangle.LETTER.getHeight() - MARGIN);
      for (var line : lines) {
        content.showText(line);
        content.newLine();
      }
      content.endText();
    }
  }

  private static List<String> wrapped(String text, PDFont font) throws IOException {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split(" ", -1)) {
      if (!line.isEmpty() && width(line + " " + word, font) > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
        line.append("      ");
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static float width(String text, PDFont font) throws IOException {
    return font.getStringWidth(text) / 1000 * SIZE;
  }

  // The standard fonts lack most of the world's letters.
  private static String printable(String text, PDFont font) {
    var printable = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(letter -> printable.append(has(font, letter) ? letter : "?"));
    return printable.toString();
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
