package org.handrail.client.paper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPdfTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Office of Łukasz Żółć and Đặng Thị Thủy",
        "¿Qué? Año, niño, pingüino",
        "Ελένη Παπαδοπούλου",
        "Олександр Ґалаґан, Љубица",
        "Gūžių māja, Çağla İyi, Þórður",
        "“quoted” – § 2.31 … €"
      })
  void writesTheLettersOfLatinGreekAndCyrillic(String text) throws IOException {
    assertThat(textOf(List.of(Line.heading(text), Line.text(text))))
        .containsSubsequence(text, text)
        .doesNotContain("??");
  }

  @Test
  void aLetterAndItsAccentAreOne() throws IOException {
    assertThat(textOf(List.of(Line.text("Rene\u0301")))).contains("Ren\u00e9");
  }

  @Test
  void otherScriptsComeOutAsQuestionMarksAndNeverInTheWrongOrder() throws IOException {
    assertThat(textOf(List.of(Line.text("שלום 你好 Ana")))).contains("???? ?? Ana");
  }

  @Test
  void holdsOnlyTheLettersThatItNeeds() throws IOException {
    var bytes = PlainPdf.of(List.of(Line.heading("Łódź"), Line.text("Ana")));
    assertThat(bytes.length).isLessThan(40_000);
    try (var document = Loader.loadPDF(bytes)) {
      var resources = document.getPage(0).getResources();
      var fonts = new ArrayList<PDFont>();
      for (var name : resources.getFontNames()) {
        fonts.add(resources.getFont(name));
      }
      assertThat(fonts).hasSize(2).allMatch(PDFont::isEmbedded);
    }
  }

  @Test
  void manyLinesHaveManyPages() throws IOException {
    var bytes = PlainPdf.of(Collections.nCopies(200, Line.text("Łódź Clinic")));
    assertThat(new String(bytes, 0, 5, ISO_8859_1)).isEqualTo("%PDF-");
    try (var document = Loader.loadPDF(bytes)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
    }
  }

  private static String textOf(List<Line> lines) throws IOException {
    try (var document = Loader.loadPDF(PlainPdf.of(lines))) {
      return new PDFTextStripper().getText(document);
    }
  }
}
