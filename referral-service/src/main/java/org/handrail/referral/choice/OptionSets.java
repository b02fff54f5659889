package org.handrail.referral.choice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Codes;
import org.handrail.platform.sql.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Option sets of the current agency. */
@Repository
class OptionSets implements Choices {
  private final JdbcClient jdbc;

  OptionSets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AgencyId agency, Person by, OptionSet set) {
    jdbc.sql(
            """
            insert into option_set (id, agency, client_id, need, barrier, presented_by, presented_at)
            values (:id, :agency, :client, :need, :barrier, :by, :at)
            """)
        .param("id", set.id())
        .param("agency", agency.value())
        .param("client", set.clientId())
        .param("need", set.need())
        .param("barrier", set.barrier() == null ? null : Codes.of(set.barrier()))
        .param("by", by.subject().value())
        .param("at", Columns.utc(set.presentedAt()))
        .update();
    for (int i = 0; i < set.services().size(); i++) {
      OptionSet.Presented service = set.services().get(i);
      jdbc.sql(
              """
              insert into option_set_service
                (option_set_id, agency, position, service_id, service_name, organization_name)
              values (:id, :agency, :position, :service, :name, :organization)
              """)
          .param("id", set.id())
          .param("agency", agency.value())
          .param("position", i)
          .param("service", service.serviceId())
          .param("name", service.name())
          .param("organization", service.organization())
          .update();
    }
  }

  Optional<OptionSet> show(UUID id) {
    return read(id, "");
  }

  /** Nobody else can choose from it until the transaction ends. */
  Optional<OptionSet> lock(UUID id) {
    return read(id, " for update");
  }

  /** Something else than a choice was written down with it. */
  void touch(UUID id) {
    jdbc.sql("update option_set set version = version + 1 where id = :id").param("id", id).update();
  }

  void choose(UUID id, OptionSet.Choice choice) {
    jdbc.sql(
            """
            update option_set set chosen_service_id = :service, act_kind = :actKind, act_at = :actAt,
              act_words = :actWords, act_recorded_by = :actRecordedBy,
              act_recorded_at = :actRecordedAt, version = version + 1
            where id = :id and chosen_service_id is null
            """)
        .params(ActColumns.parameters(choice.act()))
        .param("id", id)
        .param("service", choice.serviceId())
        .update();
    List<UUID> ranked = choice.ranked();
    for (int i = 0; i < ranked.size(); i++) {
      jdbc.sql(
              """
              update option_set_service set rank = :rank
              where option_set_id = :id and service_id = :service
              """)
          .param("id", id)
          .param("service", ranked.get(i))
          .param("rank", i + 1)
          .update();
    }
  }

  @Override
  public Optional<Chosen> find(UUID optionSetId) {
    return show(optionSetId).map(OptionSets::chosen);
  }

  @Override
  public Optional<Chosen> hold(UUID optionSetId) {
    return lock(optionSetId).map(OptionSets::chosen);
  }

  @Override
  public boolean isReplaced(UUID optionSetId, PersonsNeeds.Held need) {
    return jdbc.sql(
            """
            select exists (select from option_set later
              join option_set earlier on earlier.id = :id and earlier.agency = later.agency
              where later.agency = current_setting('handrail.agency')
                and later.client_id = any(:records) and later.need = :need
                and later.act_recorded_at > earlier.act_recorded_at)
            """)
        .param("id", optionSetId)
        .param("records", need.ids())
        .param("need", need.need())
        .query(Boolean.class)
        .single();
  }

  private static Chosen chosen(OptionSet set) {
    return new Chosen(
        set.id(),
        set.clientId(),
        set.need(),
        set.choice() == null ? null : set.choice().serviceId(),
        set.choice() == null ? List.of() : set.choice().ranked());
  }

  private Optional<OptionSet> read(UUID id, String how) {
    return jdbc.sql("select * from option_set where id = :id" + how)
        .param("id", id)
        .query((row, number) -> set(row))
        .optional();
  }

  private OptionSet set(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new OptionSet(
        id,
        row.getObject("client_id", UUID.class),
        row.getString("need"),
        barrier(row.getString("barrier")),
        services(id),
        Columns.instant(row, "presented_at"),
        choice(row, id),
        row.getLong("version"));
  }

  private static @Nullable Barrier barrier(@Nullable String code) {
    return code == null ? null : Codes.to(Barrier.class, code);
  }

  private List<OptionSet.Presented> services(UUID id) {
    return jdbc.sql(
            """
            select service_id, service_name, organization_name from option_set_service
            where option_set_id = :id order by position
            """)
        .param("id", id)
        .query(
            (row, number) ->
                new OptionSet.Presented(
                    row.getObject("service_id", UUID.class),
                    row.getString("service_name"),
                    row.getString("organization_name")))
        .list();
  }

  private OptionSet.@Nullable Choice choice(ResultSet row, UUID id) throws SQLException {
    var act = ActColumns.read(row);
    return act == null
        ? null
        : new OptionSet.Choice(row.getObject("chosen_service_id", UUID.class), next(id), act);
  }

  private List<UUID> next(UUID id) {
    return jdbc.sql(
            """
            select service_id from option_set_service
            where option_set_id = :id and rank > 1 order by rank
            """)
        .param("id", id)
        .query((row, number) -> row.getObject("service_id", UUID.class))
        .list();
  }
}
