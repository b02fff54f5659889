package org.handrail.referral.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.handrail.referral.fixtures.OlderDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was written down before needs and areas were the directory's words alone. */
class WordsOfTheDirectoryIT {
  private static final UUID CLIENT = UUID.randomUUID();
  private static final UUID SERVICE = UUID.randomUUID();

  @Test
  void olderWordsAreWrittenAsTheDirectoryHasThemOrAreUnknown() {
    try (var older = new OlderDatabase("old_words", "0160")) {
      JdbcClient jdbc = older.as("riverbend");
      directory(jdbc);
      UUID misspelt = options(jdbc, "recoverry-housing");
      UUID known = options(jdbc, "recovery-housing");
      UUID otherwise = options(jdbc, "Recovery Housing");
      unmet(jdbc, "no-such-need", "lives-at-elm");
      unmet(jdbc, "recovery-housing", "unknown");
      UUID first = referral(jdbc, known, "REQUESTED");
      UUID second = referral(jdbc, known, "REQUESTED");
      UUID ended = referral(jdbc, misspelt, "CANCELLED");
      UUID offer = offer(jdbc, misspelt, "residential-treatment");
      UUID fitting = offer(jdbc, known, "recovery-housing");

      older.upgrade();

      assertThat(word(jdbc, "option_set", "need", misspelt)).isEqualTo("unknown");
      assertThat(word(jdbc, "option_set", "need", known)).isEqualTo("recovery-housing");
      assertThat(word(jdbc, "option_set", "need", otherwise)).isEqualTo("recovery-housing");
      assertThat(
              jdbc.sql("select need || ' in ' || area from unmet_need order by 1")
                  .query(String.class)
                  .list())
          .containsExactly("recovery-housing in unknown", "unknown in unknown");
      assertThat(
              jdbc.sql("select referral_id from referral_request where under_way")
                  .query(UUID.class)
                  .list())
          .as("of two of one choice the first, and none that has ended")
          .containsExactly(first)
          .doesNotContain(second, ended);
      assertThat(word(jdbc, "opening_offer", "need", offer)).isEqualTo("support");
      assertThat(word(jdbc, "opening_offer", "need", fitting)).isEqualTo("recovery-housing");
      assertThat(word(jdbc, "opening_offer", "area", fitting)).isEqualTo("amity-county");
    }
  }

  private static void directory(JdbcClient jdbc) {
    UUID organization = UUID.randomUUID();
    UUID term = UUID.randomUUID();
    jdbc.sql(
            """
            insert into directory_organization (id, source, external_id, name, imported_at)
            values (?, 'test', 'o', 'Cedarhouse', now())
            """)
        .param(organization)
        .update();
    jdbc.sql(
            """
            insert into directory_service (id, source, external_id, organization_id, name, status,
              imported_at, first_seen, known_on)
            values (?, 'test', 's', ?, 'Residence', 'active', now(), now()::date, now()::date)
            """)
        .params(SERVICE, organization)
        .update();
    jdbc.sql(
            """
            insert into directory_taxonomy_term (id, source, external_id, code, imported_at)
            values (?, 'test', 't', 'recovery-housing', now())
            """)
        .param(term)
        .update();
    jdbc.sql(
            """
            insert into directory_service_term (service_id, term_id, code)
            values (?, ?, 'recovery-housing')
            """)
        .params(SERVICE, term)
        .update();
    jdbc.sql(
            """
            insert into directory_row (id, source, kind, external_id, body, imported_at, modified_at)
            values (gen_random_uuid(), 'test', 'service_area', 'a', '{"name": "Amity County"}',
              now(), now())
            """)
        .update();
  }

  private static UUID options(JdbcClient jdbc, String need) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into option_set (id, agency, client_id, need, presented_by, presented_at)
            values (?, 'riverbend', ?, ?, 'maya', now())
            """)
        .params(id, CLIENT, need)
        .update();
    return id;
  }

  private static void unmet(JdbcClient jdbc, String need, String area) {
    jdbc.sql(
            """
            insert into unmet_need (id, agency, client_id, need, area, because, noted_at)
            values (gen_random_uuid(), 'riverbend', ?, ?, ?, 'noted', now())
            """)
        .params(CLIENT, need, area)
        .update();
  }

  private static UUID referral(JdbcClient jdbc, UUID options, String status) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into referral (id, agency, receiver_agency, service_id, service_name,
              organization_name, purpose, urgency, created_at)
            values (?, 'riverbend', 'cedarhouse', ?, 'Residence', 'Cedarhouse', 'COC', 'ROUTINE',
              clock_timestamp())
            """)
        .params(id, SERVICE)
        .update();
    jdbc.sql(
            """
            insert into referral_request (referral_id, agency, client_id, option_set_id, need,
              required, optional, drafted_by)
            values (?, 'riverbend', ?, ?, 'recovery-housing', '{contact}', '{}', 'maya')
            """)
        .params(id, CLIENT, options)
        .update();
    step(jdbc, id, 1, "SENDING", "REQUESTED");
    if (!status.equals("REQUESTED")) {
      step(jdbc, id, 2, "CANCELLED", status);
    }
    return id;
  }

  private static void step(JdbcClient jdbc, UUID referral, int seq, String step, String status) {
    jdbc.sql(
            """
            insert into referral_step (referral_id, seq, agency, other_agency, subject, by_party,
              step, status, taken_at, crossing, next_attempt_at)
            values (?, ?, 'riverbend', 'cedarhouse', 'maya', 'REQUESTER', ?, ?, now(), 'none', now())
            """)
        .params(referral, seq, step, status)
        .update();
  }

  private static UUID offer(JdbcClient jdbc, UUID options, String need) {
    UUID opening = UUID.randomUUID();
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into opening (id, agency, client_id, option_set_id, need, area, purpose, urgency,
              required, optional, opened_by, opened_at)
            values (?, 'riverbend', ?, ?, ?, 'amity-county', 'COC', 'ROUTINE', '{contact}', '{}',
              'maya', now())
            """)
        .params(opening, CLIENT, options, need)
        .update();
    jdbc.sql(
            """
            insert into opening_offer (id, opening_id, agency, requester_agency, service_id,
              service_name, organization_name, need, area, urgency, offered_at)
            values (?, ?, 'cedarhouse', 'riverbend', ?, 'Residence', 'Cedarhouse', ?,
              'amity-county', 'ROUTINE', now())
            """)
        .params(id, opening, SERVICE, need)
        .update();
    return id;
  }

  private static String word(JdbcClient jdbc, String table, String column, UUID id) {
    return jdbc.sql("select " + column + " from " + table + " where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }
}
