package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.handrail.referral.fixtures.OlderDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Referrals that were under way when what follows from them changed. */
class BeforeTheUpgradeIT {
  private static final String RIVERBEND = "riverbend";
  private static final String HARBORLIGHT = "harborlight";
  private static final UUID SERVICE = UUID.randomUUID();

  private final OlderDatabase older = new OlderDatabase("under_way", "0214");

  @BeforeEach
  void service() {
    service(older.as(RIVERBEND));
  }

  @AfterEach
  void close() {
    older.close();
  }

  @Test
  void whatEachSideSeesOnHoldIsLookedAtByIt() {
    UUID seen = onHold("released", true);
    UUID keptBack = onHold("withheld", false);
    UUID goesOn = onHold("released", true);
    step(HARBORLIGHT, goesOn, 3, "RESUMED", "ACCEPTED", "released", true);
    UUID lookedAt = onHold("released", true);
    older
        .as(RIVERBEND)
        .sql(
            """
            insert into deadline (agency, kind, about, due_at)
            values ('riverbend', 'referral-on-hold', ?, '2100-01-01Z')
            """)
        .param(lookedAt)
        .update();

    older.upgrade();

    assertThat(dueNow(RIVERBEND)).containsExactly("referral-on-hold " + seen);
    assertThat(dueNow(HARBORLIGHT))
        .containsExactlyInAnyOrder(
            "referral-on-hold-desk " + seen,
            "referral-on-hold-desk " + keptBack,
            "referral-on-hold-desk " + lookedAt);
    assertThat(count(RIVERBEND, "deadline")).isEqualTo(2);
  }

  @Test
  void whoWaitsForAPlaceOrHasOneKeptIsHeardFromAgain() {
    UUID waits = untouched("WAITLISTED", "released", true);
    UUID kept = untouched("HOLD_GRANTED", "released", true);
    UUID keptBack = untouched("HOLD_GRANTED", "withheld", false);
    untouched("INTAKE_SCHEDULED", "released", true);
    UUID reminded = untouched("WAITLISTED", "released", true);
    for (String agency : List.of(RIVERBEND, HARBORLIGHT)) {
      older
          .as(agency)
          .sql(
              """
              insert into referral_rung (referral_id, agency, term, rung, met_at)
              values (?, ?, 'first-contact', ?, now())
              """)
          .params(reminded, agency, agency.equals(RIVERBEND) ? "escalation" : "at-time")
          .update();
    }

    older.upgrade();

    assertThat(dueNow(RIVERBEND))
        .containsExactlyInAnyOrder(
            "referral-first-contact " + waits, "referral-first-contact " + kept);
    assertThat(dueNow(HARBORLIGHT))
        .containsExactlyInAnyOrder(
            "referral-first-contact-desk " + waits,
            "referral-first-contact-desk " + kept,
            "referral-first-contact-desk " + keptBack);
  }

  @Test
  void whoDidNotComeAfterAllIsAskedOnlyWhatWasAskedAlready() {
    UUID slip = followed("DID_NOT_ARRIVE");
    UUID there = followed("");

    older.upgrade();

    assertThat(
            older
                .as(RIVERBEND)
                .sql("select referral_id || ' ' || day from referral_follow_up")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder(slip + " 7", there + " 7", there + " 30");
    // And they may say so.
    assertThat(
            older
                .as(RIVERBEND)
                .sql(
                    """
                    update referral_follow_up set outcome = 'not-there', done_by = 'maya',
                      done_at = now() where referral_id = ?
                    """)
                .param(slip)
                .update())
        .isOne();
  }

  @Test
  void placesThatAreKeptAreCountedAsTheirAgencys() {
    UUID miscounted = kept(0, 0);
    UUID full = kept(0, 1);
    UUID right = kept(1, 0);

    older.upgrade();

    assertThat(counts(miscounted)).isEqualTo("1 of 1 of 1, 0 taken");
    assertThat(counts(full)).isEqualTo("1 of 2 of 2, 1 taken");
    assertThat(counts(right)).isEqualTo("1 of 1 of 1, 0 taken");
  }

  private UUID onHold(String crossing, boolean seen) {
    UUID id = referral();
    step(RIVERBEND, id, 1, "DELIVERED", "REQUESTED", "released", true);
    step(HARBORLIGHT, id, 2, "ON_HOLD", "ON_HOLD", crossing, seen);
    return id;
  }

  private UUID untouched(String business, String crossing, boolean seen) {
    UUID id = referral();
    step(RIVERBEND, id, 1, "DELIVERED", "REQUESTED", "released", true);
    step(HARBORLIGHT, id, 2, business, "ACCEPTED", crossing, seen);
    older
        .as(HARBORLIGHT)
        .sql("update referral_step set business_status = step where referral_id = ? and seq = 2")
        .param(id)
        .update();
    return id;
  }

  /** Who came was asked after seven days, and is to be asked after thirty. */
  private UUID followed(String endedBecause) {
    UUID id = referral();
    step(HARBORLIGHT, id, 1, "ATTENDED", "IN_PROGRESS", "released", true);
    step(HARBORLIGHT, id, 2, "CANCELLED", "CANCELLED", "released", true);
    older
        .as(HARBORLIGHT)
        .sql("update referral_step set reason = nullif(?, '') where referral_id = ? and seq = 2")
        .params(endedBecause, id)
        .update();
    older
        .as(RIVERBEND)
        .sql(
            """
            insert into referral_follow_up (referral_id, agency, since, day, due_at, asked_at)
            values (:id, 'riverbend', 'arrival', 7, now(), now()),
              (:id, 'riverbend', 'arrival', 30, now(), null)
            """)
        .param("id", id)
        .update();
    return id;
  }

  /** One place is kept where that is counted. */
  private UUID kept(int counted, int taken) {
    UUID referral = referral();
    UUID id = UUID.randomUUID();
    JdbcClient jdbc = older.as(HARBORLIGHT);
    jdbc.sql(
            """
            insert into capacity (id, agency, service_id, unit, kind, total, free, held, taken,
              said_at, said_by, hold_for)
            values (?, 'harborlight', ?, 'bed', ?, 1, 1, ?, ?, now(), 'hana', interval '1 day')
            """)
        .params(id, SERVICE, "k" + id, counted, taken)
        .update();
    jdbc.sql(
            """
            insert into capacity_hold (id, agency, capacity_id, referral_id, place, state,
              granted_at, granted_by, until)
            values (gen_random_uuid(), 'harborlight', ?, ?, 1, 'active', now(), 'hana',
              now() + interval '1 day')
            """)
        .params(id, referral)
        .update();
    return id;
  }

  private String counts(UUID capacity) {
    return older
        .as(HARBORLIGHT)
        .sql(
            "select held || ' of ' || free || ' of ' || total || ', ' || taken || ' taken' from"
                + " capacity where id = ?")
        .param(capacity)
        .query(String.class)
        .single();
  }

  private List<@Nullable String> dueNow(String agency) {
    return older
        .as(agency)
        .sql("select kind || ' ' || about from deadline where due_at <= now()")
        .query(String.class)
        .list();
  }

  private int count(String agency, String table) {
    return older.as(agency).sql("select count(*) from " + table).query(Integer.class).single();
  }

  private UUID referral() {
    UUID id = UUID.randomUUID();
    older
        .as(RIVERBEND)
        .sql(
            """
            insert into referral (id, agency, receiver_agency, service_id, service_name,
              organization_name, purpose, urgency, created_at)
            values (?, 'riverbend', 'harborlight', ?, 'Rest', 'Harborlight', 'TREAT', 'ROUTINE',
              now())
            """)
        .params(id, SERVICE)
        .update();
    return id;
  }

  private void step(
      String agency,
      UUID referral,
      int seq,
      String step,
      String status,
      String crossing,
      boolean seen) {
    String other = agency.equals(RIVERBEND) ? HARBORLIGHT : RIVERBEND;
    older
        .as(agency)
        .sql(
            """
            insert into referral_step (referral_id, seq, agency, other_agency, subject, by_party,
              step, status, taken_at, crossing, seen_by_other, next_attempt_at)
            values (?, ?, ?, ?, 'somebody', ?, ?, ?, now(), ?, ?, now())
            """)
        .params(
            referral,
            seq,
            agency,
            other,
            agency.equals(RIVERBEND) ? "SYSTEM" : "RECEIVER",
            step,
            status,
            crossing,
            seen)
        .update();
  }

  private static void service(JdbcClient jdbc) {
    UUID organization = UUID.randomUUID();
    jdbc.sql(
            """
            insert into directory_organization (id, source, external_id, name, imported_at)
            values (?, 'test', 'o', 'Harborlight', now())
            """)
        .param(organization)
        .update();
    jdbc.sql(
            """
            insert into directory_service (id, source, external_id, organization_id, name, status,
              imported_at, first_seen, known_on)
            values (?, 'test', 's', ?, 'Rest', 'active', now(), now()::date, now()::date)
            """)
        .params(SERVICE, organization)
        .update();
  }
}
