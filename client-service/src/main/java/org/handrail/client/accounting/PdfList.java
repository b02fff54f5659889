package org.handrail.client.accounting;

import java.util.ArrayList;
import java.util.List;
import org.handrail.client.paper.PlainPdf;

/** A list of disclosures on paper. It does not say whose it is: who prints it knows. */
final class PdfList {
  private PdfList() {}

  static byte[] write(DisclosureList list) {
    return PlainPdf.of(texts(list));
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
}
