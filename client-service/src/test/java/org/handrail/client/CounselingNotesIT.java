package org.handrail.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counseling notes are a professional's: a PRS neither writes nor reads any, and none are kept. */
@HandrailIT
class CounselingNotesIT {
  private final ClientService service;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  CounselingNotesIT(Api api, TokenIssuer tokens, JdbcClient jdbc, Transactions transactions) {
    service = new ClientService(api, tokens);
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Test
  void thereIsNoAddressThatTakesOrGivesThem() {
    var client = service.registers("Ana");
    var note = Map.of("text", "Session of today");
    for (var address : List.of("/api/clients/{id}/counseling-notes", "/api/clients/{id}/notes")) {
      service.maya().post(address, client).body(note).send().isNotFound();
      service.maya().get(address, client).send().isNotFound();
    }
    var described = service.nobody().get("/v3/api-docs").send().isOk().json();
    assertThat(described.at("/paths").propertyNames())
        .noneMatch(path -> path.contains("counseling"));
    for (var schema : described.at("/components/schemas")) {
      assertThat(schema.at("/properties").propertyNames())
          .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("counseling"));
    }
  }

  @Test
  void nothingKeepsThem() {
    var columns =
        transactions.reading(
            () ->
                jdbc.sql(
                        """
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema = 'public' and (table_name ~ 'counsel' or column_name ~ 'counsel')
                        """)
                    .query(String.class)
                    .list());
    assertThat(columns).isEmpty();
  }

  @Test
  @Proves("P2-SCN-1")
  void theDoorReleasesNoneWhateverWasConsented() {
    var client = service.registers("Ana");
    var form = Forms.consentOf(client, "Ana");
    form.put("categories", List.of("counseling-notes"));
    service.signs(service.drafts(form)).isOk();
    var asked = Forms.referral(client, UUID.randomUUID(), "sending-1");
    asked.remove("content");
    asked.put("required", List.of("counseling-notes"));
    service
        .asksTheDoor(asked)
        .isProblem(400, "invalid")
        .hasFault("/required/0", "not-released-here");
  }
}
