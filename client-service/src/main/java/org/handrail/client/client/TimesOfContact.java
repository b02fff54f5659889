package org.handrail.client.client;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.sql.Columns;

/** When somebody of the agency was in contact with a client: one bean for each source. */
public interface TimesOfContact {

  /**
   * A contact.
   *
   * @param until when it ended; the same instant as its beginning when it had no length
   */
  record Contact(Instant from, Instant until) {
    /** Of a row with the two as {@code contact_from} and {@code contact_until}. */
    public static Contact read(ResultSet row, int number) throws SQLException {
      return new Contact(
          Columns.instant(row, "contact_from"), Columns.instant(row, "contact_until"));
    }
  }

  /**
   * Those on any record of the person that touch the time from one instant until before another,
   * cut to it.
   */
  List<Contact> between(AgencyId agency, ClientId client, Instant from, Instant until);
}
