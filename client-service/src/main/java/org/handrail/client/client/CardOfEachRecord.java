package org.handrail.client.client;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.RecordedAct;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shuts on each record of a person the ways to them that they shut while these were held to be of
 * one person (V5). What they opened, and what they said of a way in words, stays with the record on
 * which they did.
 */
@Component
class CardOfEachRecord implements SaidForEach {
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clients clients;
  private final AccountChanges changes;

  CardOfEachRecord(JdbcClient jdbc, JsonMapper json, Clients clients, AccountChanges changes) {
    this.jdbc = jdbc;
    this.json = json;
    this.clients = clients;
    this.changes = changes;
  }

  /** A card as somebody said it on another record. */
  private record Said(Contact card, RecordedAct act) {}

  @Override
  public void writeDown(Parting parting) {
    for (var said : saidTogether(parting)) {
      var own = clients.card(parting.agency(), parting.onto());
      var narrowed = own.narrowedBy(said.card().withoutWords());
      if (!narrowed.equals(own)) {
        clients.saveCard(parting.agency(), parting.onto(), narrowed);
        changes.add(
            parting.agency(),
            parting.onto(),
            List.of(AccountChange.CONTACT),
            parting.writtenDown(said.act()));
      }
    }
  }

  // Each other record's card, if it was said last of the two, and since they are of one person.
  private List<Said> saidTogether(Parting parting) {
    return jdbc.sql(
            """
            select o.contact, last.* from client o
            cross join lateral (select a.* from account_change a
              where a.agency = o.agency and a.client_id = o.id and 'contact' = any (a.fields)
              order by a.act_recorded_at desc, a.id desc limit 1) last
            where o.agency = :agency and o.id = any (:from)
              and last.act_recorded_at >= together_since(:agency, :onto, o.id)
              and last.act_recorded_at > coalesce((select max(own.act_recorded_at) from account_change own
                where own.agency = o.agency and own.client_id = :onto and 'contact' = any (own.fields)), '-infinity')
            order by last.act_recorded_at
            """)
        .param("agency", parting.agency().value())
        .param("onto", parting.onto().value())
        .param("from", parting.from().stream().map(ClientId::value).toArray(UUID[]::new))
        .query(
            (row, _) ->
                new Said(
                    json.readValue(row.getString("contact"), Contact.class).offUnlessSaid(),
                    Objects.requireNonNull(ActColumns.read(row))))
        .list();
  }
}
