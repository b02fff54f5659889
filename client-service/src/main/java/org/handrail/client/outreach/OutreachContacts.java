package org.handrail.client.outreach;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The acting agency's meetings without a name. Rows are only ever added. */
@Repository
class OutreachContacts {
  private final JdbcClient jdbc;

  OutreachContacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AgencyId agency, OutreachContact contact, SubjectId by) {
    jdbc.sql(
            """
            insert into outreach_contact (agency, id, met_on, place, naloxone, test_strips, other_supplies, words, met_by)
            values (:agency, :id, :metOn, :place, :naloxone, :strips, :other, :words, :by)
            """)
        .param("agency", agency.value())
        .param("id", contact.id())
        .param("metOn", contact.metOn())
        .param("place", Codes.of(contact.place()))
        .param("naloxone", contact.supplies().naloxone())
        .param("strips", contact.supplies().testStrips())
        .param("other", contact.supplies().other())
        .param("words", contact.words())
        .param("by", by.value())
        .update();
  }

  /** Of that specialist or, without one, of anybody. */
  Optional<OutreachContact> find(AgencyId agency, @Nullable SubjectId by, UUID id) {
    return jdbc.sql(
            """
            select * from outreach_contact
            where agency = :agency and id = :id and (:by::text is null or met_by = :by)
            """)
        .param("agency", agency.value())
        .param("id", id)
        .param("by", by == null ? null : by.value())
        .query((row, _) -> read(row))
        .optional();
  }

  /** A page, the latest first. */
  List<OutreachContact> page(
      AgencyId agency, @Nullable SubjectId by, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select * from outreach_contact
            where agency = :agency and (:by::text is null or met_by = :by)
              and (:after::uuid is null or (met_on, id) < (
                select p.met_on, p.id from outreach_contact p
                where p.agency = :agency and p.id = :after and (:by::text is null or p.met_by = :by)))
            order by met_on desc, id desc limit :limit
            """)
        .param("agency", agency.value())
        .param("by", by == null ? null : by.value())
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> read(row))
        .list();
  }

  /** All that was given from one day to the other, both included. */
  OutreachContact.Supplies given(
      AgencyId agency, @Nullable SubjectId by, LocalDate from, LocalDate until) {
    return jdbc.sql(
            """
            select coalesce(sum(naloxone), 0) as naloxone, coalesce(sum(test_strips), 0) as test_strips,
              coalesce(sum(other_supplies), 0) as other_supplies
            from outreach_contact
            where agency = :agency and (:by::text is null or met_by = :by) and met_on between :from and :until
            """)
        .param("agency", agency.value())
        .param("by", by == null ? null : by.value())
        .param("from", from)
        .param("until", until)
        .query((row, _) -> supplies(row))
        .single();
  }

  private static OutreachContact read(ResultSet row) throws SQLException {
    return new OutreachContact(
        row.getObject("id", UUID.class),
        row.getObject("met_on", LocalDate.class),
        Codes.to(OutreachContact.Place.class, row.getString("place")),
        supplies(row),
        row.getString("words"));
  }

  private static OutreachContact.Supplies supplies(ResultSet row) throws SQLException {
    return new OutreachContact.Supplies(
        row.getInt("naloxone"), row.getInt("test_strips"), row.getInt("other_supplies"));
  }
}
