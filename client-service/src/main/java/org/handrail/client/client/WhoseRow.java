package org.handrail.client.client;

import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose a row is that hangs on a client: asked before the row itself is read, so that what is not
 * to be seen takes no longer to be refused than what is not there.
 */
public final class WhoseRow {
  private WhoseRow() {}

  /**
   * The client of one, and nothing of the row.
   *
   * @param table with the columns {@code agency}, {@code id} and {@code client_id}
   */
  public static Optional<ClientId> client(JdbcClient jdbc, String table, AgencyId agency, UUID id) {
    return jdbc.sql("select client_id from %s where agency = :agency and id = :id".formatted(table))
        .param("agency", agency.value())
        .param("id", id)
        .query((row, _) -> new ClientId(row.getObject("client_id", UUID.class)))
        .optional();
  }
}
