package org.handrail.client.ownrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.handrail.client.encounter.Meetings;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** The copy of a record on paper, in the language of whose it is. */
@HandrailIT
class OwnRecordOnPaperIT {
  private final Api api;
  private final TokenIssuer tokens;

  OwnRecordOnPaperIT(Api api, TokenIssuer tokens) {
    this.api = api;
    this.tokens = tokens;
  }

  @Test
  @Proves("P2-RGT-1")
  void itComesOnPaperToo() throws Exception {
    var held = HeldOfAna.of(api, tokens);
    var pdf = held.ana().get("/api/clients/{id}/record/pdf", held.client()).send().isOk();
    assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
    try (var document = Loader.loadPDF(pdf.bytes())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Copy of a record, 42 CFR 2.23", "It costs nothing")
          .contains("legal name: Ana Brook", "words: Afraid of the holidays", "Not in this copy")
          .contains("Harborlight Treatment Center", "signed at: November 1, 2026, 5:00 AM", "1 / ")
          .contains("kind: between the two of you", "disclosed by: somebody of the agency")
          .doesNotContain("{", "clientId")
          .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-")
          .doesNotContainPattern("[0-9]T[0-9]");
    }
  }

  @Test
  @Proves({"P2-RGT-1", "V5"})
  void thePaperSpeaksTheClientsLanguageAndNamesWhoIsOnTheRoster() throws Exception {
    var name = "Lucia " + UUID.randomUUID();
    var roster = new Roster(api, tokens, "riverbend");
    roster.certified(name, roster.joins(name), Roster.today().minusDays(30));
    var lucia = roster.peer(name);
    var luz =
        lucia
            .post("/api/clients")
            .body(Map.of("nameToUse", "Luz", "languages", List.of("es-MX"), "anotherPerson", true))
            .send()
            .isCreated()
            .id();
    var own = new Meetings(api, tokens).signIn(lucia, luz);
    var pdf = own.get("/api/clients/{id}/record/pdf", luz).send().isOk();
    try (var document = Loader.loadPDF(pdf.bytes())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Copia de un expediente", "No cuesta nada", "Sobre usted", "de 2026")
          .contains("nombre que usa: Luz", "registrado por: Lucia", "quién: usted");
    }
  }
}
