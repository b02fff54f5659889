package org.handrail.referral.meeting;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.handrail.platform.fixtures.PostgresFixture;

/** As many meetings as a large region has, in four zones, as only the owner can make so fast. */
final class ManyMeetings {
  private static final String MEETINGS =
      """
      insert into meeting (feed_id, external_id, ordinal, fellowship, name, week_minute, minutes, zone, place_name,
        latitude, longitude, approximate, cell, at_place, place_closed, online, conference_url, types, languages,
        closed, welcoming, confirmed_at)
      select '00000000-0000-4000-8000-00000000beac', 'm' || n, 0, (array['aa','na','smart','lifering','al-anon'])[1 + n % 5],
        'Meeting ' || n, (n * 7919) % 2016 * 5, 60,
        (array['America/New_York','America/Chicago','America/Denver','America/Los_Angeles'])[1 + n % 4], 'Hall ' || n,
        latitude, longitude, false,
        floor((latitude + 90) * 4)::int * 1440 + floor((longitude + 180) * 4)::int,
        true, n % 40 = 0, n % 4 = 0, case when n % 4 = 0 then 'https://meet.example.org/' || n end,
        array[case when n % 3 = 0 then 'O' else 'C' end], array['en'], n % 3 <> 0, n % 3 = 0, now()
      from (select n, 30 + (n * 104729::bigint) % 20000 / 1000.0 as latitude, -120 + (n * 15485863::bigint) % 50000 / 1000.0 as longitude
        from generate_series(1, :count) n) as places
      """;

  private ManyMeetings() {}

  static void make(int count) {
    asOwner(
        """
        insert into meeting_feed (id, name, title, fellowship, zone, kept_by)
        values ('00000000-0000-4000-8000-00000000beac', 'many', 'Many', 'aa', 'UTC', 'coalition')
        """,
        MEETINGS.replace(":count", String.valueOf(count)),
        "insert into meeting_zone select distinct zone from meeting on conflict do nothing",
        "analyze meeting");
  }

  static void forget() {
    asOwner(
        "delete from meeting where feed_id = '00000000-0000-4000-8000-00000000beac'",
        "delete from meeting_feed where id = '00000000-0000-4000-8000-00000000beac'");
  }

  private static void asOwner(String... statements) {
    var database = PostgresFixture.database("referral");
    try (Connection owner =
            DriverManager.getConnection(
                database.url(), "referral_owner", database.passwords().owner());
        var statement = owner.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
