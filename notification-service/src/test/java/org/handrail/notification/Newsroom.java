package org.handrail.notification;

import java.time.Instant;
import java.util.UUID;
import org.handrail.notification.notification.Addressee;
import org.handrail.notification.notification.News;
import org.handrail.notification.notification.Notifications;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where news of these tests come from, each test with an agency of its own. */
@TestComponent
public class Newsroom {

  public final Notifications notifications;
  public final Transactions transactions;
  public final JdbcClient jdbc;

  Newsroom(Notifications notifications, Transactions transactions, JdbcClient jdbc) {
    this.notifications = notifications;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  public static AgencyId agency() {
    return new AgencyId("agency-" + UUID.randomUUID());
  }

  public static Addressee intake() {
    return new Addressee.Everybody(Role.INTAKE_COORDINATOR);
  }

  public static Addressee person(String name) {
    return new Addressee.Somebody(TokenIssuer.subject(name));
  }

  /** Committed when it returns; gives what it is about. */
  public UUID tell(AgencyId agency, Addressee addressee) {
    return tell(agency, addressee, () -> {});
  }

  /** With something to do before it is committed. */
  public UUID tell(AgencyId agency, Addressee addressee, Runnable beforeCommit) {
    var about = UUID.randomUUID();
    AgencyScope.as(agency)
        .run(
            () ->
                transactions.run(
                    () -> {
                      notifications.add(
                          addressee,
                          new News("referral-delivered", "referral", about, Instant.now()));
                      beforeCommit.run();
                    }));
    return about;
  }

  /** Many at once, in one transaction. */
  public void flood(AgencyId agency, int howMany) {
    AgencyScope.as(agency)
        .run(
            () ->
                transactions.run(
                    () ->
                        jdbc.sql(
                                """
                                with room as (
                                  insert into notification_position (agency, last) values (:agency, :many)
                                  on conflict (agency) do update set last = notification_position.last + :many
                                  returning last
                                )
                                insert into notification
                                  (agency, id, position, role, code, subject_kind, subject_id, at)
                                select :agency, gen_random_uuid(), last - :many + n, 'intake_coordinator',
                                  'referral-delivered', 'referral', gen_random_uuid(), now()
                                from room, generate_series(1, :many) n
                                """)
                            .param("agency", agency.value())
                            .param("many", howMany)
                            .update()));
  }
}
