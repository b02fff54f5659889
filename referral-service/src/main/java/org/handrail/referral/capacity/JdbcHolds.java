package org.handrail.referral.capacity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Codes;
import org.handrail.platform.sql.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Holds of the current agency. */
@Repository
class JdbcHolds {
  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcHolds(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Keeps one place more.
   *
   * @param atMost how many may be kept altogether
   * @return false when none is left
   */
  boolean keepOne(UUID capacityId, int atMost) {
    return jdbc.sql(
                """
                update capacity set held = held + 1
                where id = :id and retired_at is null and held + taken < free and held < :atMost
                """)
            .param("id", capacityId)
            .param("atMost", atMost)
            .update()
        == 1;
  }

  /** Adds a hold of the lowest place that is not kept; the capacity is locked. */
  void add(UUID id, Person by, UUID capacityId, UUID referralId, Instant until) {
    jdbc.sql(
            """
            insert into capacity_hold (id, agency, capacity_id, referral_id, place, state, granted_at, granted_by, until)
            select :id, :agency, :capacity, :referral, min(n), 'active', :at, :by, :until
            from generate_series(1, (select total from capacity where id = :capacity)) n
            where not exists (select 1 from capacity_hold h where h.agency = :agency
              and h.capacity_id = :capacity and h.place = n and h.state = 'active')
            """)
        .param("id", id)
        .param("agency", by.agency().value())
        .param("capacity", capacityId)
        .param("referral", referralId)
        .param("at", Columns.utc(clock.instant()))
        .param("by", by.subject().value())
        .param("until", Columns.utc(until))
        .update();
  }

  void keepUntil(UUID id, Instant until) {
    jdbc.sql("update capacity_hold set until = :until where id = :id")
        .param("id", id)
        .param("until", Columns.utc(until))
        .update();
  }

  Optional<Hold> activeOf(UUID referralId) {
    return activeOf(referralId, "");
  }

  /** The same; nobody else ends it until the transaction ends. */
  Optional<Hold> lockActiveOf(UUID referralId) {
    return activeOf(referralId, " for update");
  }

  private Optional<Hold> activeOf(UUID referralId, String lock) {
    return jdbc.sql(
            "select * from capacity_hold where referral_id = :referral and state = 'active'" + lock)
        .param("referral", referralId)
        .query(JdbcHolds::hold)
        .optional();
  }

  Optional<Hold> find(UUID id) {
    return jdbc.sql("select * from capacity_hold where id = :id")
        .param("id", id)
        .query(JdbcHolds::hold)
        .optional();
  }

  List<Hold> page(UUID capacityId, @Nullable Hold after, int limit) {
    String from = after == null ? "" : "and (granted_at, id) < (:afterAt, :afterId)\n";
    return jdbc.sql(
            "select * from capacity_hold where capacity_id = :capacity\n"
                + from
                + "order by granted_at desc, id desc limit :limit")
        .param("capacity", capacityId)
        .param("afterAt", after == null ? null : Columns.utc(after.grantedAt()))
        .param("afterId", after == null ? null : after.id())
        .param("limit", limit)
        .query(JdbcHolds::hold)
        .list();
  }

  /** Ends it, once; the place is open again unless somebody came. */
  boolean end(Hold hold, HoldEnd how) {
    boolean ended =
        jdbc.sql(
                    """
                    update capacity_hold set state = :state, ended_at = :at
                    where id = :id and state = 'active'
                    """)
                .param("id", hold.id())
                .param("state", Codes.of(how))
                .param("at", Columns.utc(clock.instant()))
                .update()
            == 1;
    if (ended) {
      // Where another agency has said since what places it has, this was none of them.
      jdbc.sql(
              """
              update capacity c set held = c.held - 1, taken = c.taken + :taken
              from capacity_hold h where h.id = :id and c.id = h.capacity_id and c.agency = h.agency
              """)
          .param("id", hold.id())
          .param("taken", how == HoldEnd.ARRIVED ? 1 : 0)
          .update();
    }
    return ended;
  }

  /**
   * Nobody came to the place that somebody was said to have come to: it is open again, unless how
   * many are was said anew since.
   */
  void didNotArrive(UUID referralId) {
    jdbc.sql(
            """
            with slip as (
              update capacity_hold set state = 'no-show'
              where referral_id = :referral and state = 'arrived'
              returning agency, capacity_id, ended_at)
            update capacity c set taken = c.taken - 1
            from slip where c.id = slip.capacity_id and c.agency = slip.agency
              and c.said_at <= slip.ended_at
            """)
        .param("referral", referralId)
        .update();
  }

  /** How many are kept now of this capacity, whoever says how many places there are. */
  int kept(UUID capacityId) {
    return jdbc.sql(
            "select count(*) from capacity_hold where capacity_id = :capacity and state = 'active'")
        .param("capacity", capacityId)
        .query(Integer.class)
        .single();
  }

  private static Hold hold(ResultSet row, int number) throws SQLException {
    String state = row.getString("state");
    return new Hold(
        row.getObject("id", UUID.class),
        row.getObject("capacity_id", UUID.class),
        row.getObject("referral_id", UUID.class),
        Columns.instant(row, "granted_at"),
        Columns.instant(row, "until"),
        state.equals("active") ? null : Codes.to(HoldEnd.class, state),
        Columns.optionalInstant(row, "ended_at"));
  }
}
