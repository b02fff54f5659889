package org.handrail.client.accounting;

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

/** A list of disclosures on paper. It does not say whose it is: who prints it knows. */
final class PdfList {
  private static final float MARGIN = 54;
  private static final float SIZE = 10;
  private static final float LEADING = 14;
  private static final float WIDTH = PDRectangle.LETTER.getWidth() - 2 * MARGIN;
  private static final int LINES_ON_A_PAGE =
      (int) ((PDRectangle.LETTER.getHeight() - 2 * MARGIN) / LEADING);

  private PdfList() {}

  static byte[] write(DisclosureList list) {
    try (var document = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
      var lines = new ArrayList<String>();
      for (var text : texts(list)) {
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

  private static List<String> texts(DisclosureList list) {
    var texts = new ArrayList<String>();
    texts.add(
        list.kind() == ListKind.ACCOUNTING
            ? "Accounting of disclosures, " + list.citation()
            : "Disclosures through an intermediary, " + list.citation());
    texts.add("From %s until %s".formatted(list.from(), list.until()));
    texts.add("");
    if (list.disclosures().isEmpty()) {
      texts.add("Nothing was disclosed in this time.");
    }
    for (var line : list.disclosures()) {
      texts.add("%s  %s to %s".formatted(line.date(), line.discloser(), line.recipient()));
      if (line.address() != null) {
        texts.add("    " + line.address());
      }
      if (line.through() != null) {
        texts.add("    through " + line.through());
      }
      texts.add("    what: " + line.description());
      texts.add("    why: %s, on the basis of: %s".formatted(line.purpose(), line.basis()));
      texts.add("");
    }
    for (var attempt : list.attempts()) {
      texts.add(
          "%s  not told to %s: %s".formatted(attempt.date(), attempt.recipient(), attempt.code()));
    }
    return texts;
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
