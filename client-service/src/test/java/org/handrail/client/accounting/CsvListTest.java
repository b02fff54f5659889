package org.handrail.client.accounting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.handrail.client.accounting.DisclosureList.Line;
import org.junit.jupiter.api.Test;

class CsvListTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void nothingIsAFormulaInASpreadsheet() {
    for (var formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")) {
      assertThat(CsvList.harmless(formula)).isEqualTo("'" + formula);
    }
    assertThat(CsvList.harmless("Mercy Hospital")).isEqualTo("Mercy Hospital");
    assertThat(CsvList.harmless(null)).isEmpty();
  }

  @Test
  void aNameThatBeginsLikeAFormulaIsShownAsItIsWritten() {
    var line =
        new Line(
            NOON,
            "Riverbend",
            "=HYPERLINK(\"x\")",
            null,
            null,
            "contact",
            "treatment",
            "consent 1");
    var list =
        new DisclosureList(
            ListKind.ACCOUNTING, "42 CFR 2.25", NOON, NOON, List.of(line), List.of());
    assertThat(new String(CsvList.write(list), UTF_8))
        .contains("released,2026-11-24T12:00:00Z,Riverbend,\"'=HYPERLINK(\"\"x\"\")\"");
  }
}
