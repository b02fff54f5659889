package org.handrail.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.handrail.platform.fixtures.HandrailIT;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database checks of each row holds whoever asks, and from wherever. */
@HandrailIT
class ChecksIT {
  private final JdbcClient jdbc;

  ChecksIT(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A day, a month or a year after a time is another time in another time zone. */
  @Test
  void noCheckCountsDaysByTheSessionsTimeZone() {
    assertThat(
            jdbc.sql(
                    """
                    select conname from pg_constraint
                    where contype = 'c' and pg_get_constraintdef(oid) ~ '(day|week|mon|month|year)s?''::interval'
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }
}
