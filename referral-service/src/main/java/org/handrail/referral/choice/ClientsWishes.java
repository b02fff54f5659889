package org.handrail.referral.choice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What clients did with options besides choosing one: they wanted none, or go by themselves. */
@Repository
class ClientsWishes {
  private final JdbcClient jdbc;

  ClientsWishes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The client's wish to go to a service by themselves. */
  record SelfReferral(UUID id, UUID optionSetId, UUID serviceId, RecordedAct act) {}

  void addNone(AgencyId agency, UUID optionSet, RecordedAct act) {
    jdbc.sql(
            """
            insert into option_set_none (option_set_id, agency, act_kind, act_at, act_words,
              act_recorded_by, act_recorded_at)
            values (:set, :agency, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt)
            """)
        .params(ActColumns.parameters(act))
        .param("set", optionSet)
        .param("agency", agency.value())
        .update();
  }

  Optional<RecordedAct> none(UUID optionSet) {
    return jdbc.sql("select * from option_set_none where option_set_id = :set")
        .param("set", optionSet)
        .query((row, _) -> act(row))
        .optional();
  }

  void addSelfReferral(AgencyId agency, OptionSet set, SelfReferral wish) {
    jdbc.sql(
            """
            insert into self_referral (id, agency, client_id, option_set_id, service_id, act_kind,
              act_at, act_words, act_recorded_by, act_recorded_at)
            values (:id, :agency, :client, :set, :service, :actKind, :actAt, :actWords,
              :actRecordedBy, :actRecordedAt)
            """)
        .params(ActColumns.parameters(wish.act()))
        .param("id", wish.id())
        .param("agency", agency.value())
        .param("client", set.clientId())
        .param("set", set.id())
        .param("service", wish.serviceId())
        .update();
  }

  /** From one option set, in the order in which they were written down. */
  List<SelfReferral> selfReferrals(UUID optionSet) {
    return jdbc.sql(
            "select * from self_referral where option_set_id = :set order by act_recorded_at, id")
        .param("set", optionSet)
        .query(
            (row, _) ->
                new SelfReferral(
                    row.getObject("id", UUID.class),
                    row.getObject("option_set_id", UUID.class),
                    row.getObject("service_id", UUID.class),
                    act(row)))
        .list();
  }

  private static RecordedAct act(ResultSet row) throws SQLException {
    var act = ActColumns.read(row);
    if (act == null) {
      throw new IllegalStateException("a wish is an act of the client");
    }
    return act;
  }
}
