package org.handrail.referral.directory.hsds;

import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Api;
import org.handrail.referral.fixtures.Coalition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shelters of which files tell, and who brings these. */
public final class Shelters {
  private final Coalition coalition;
  private final JdbcClient jdbc;

  Shelters(Coalition coalition, JdbcClient jdbc) {
    this.coalition = coalition;
    this.jdbc = jdbc;
  }

  /** Nothing that another test did is in the way. */
  void atRest() {
    coalition.atRest();
  }

  /** One of a source of its own. */
  Shelter one() {
    return inSource("refuge-" + UUID.randomUUID(), UUID.randomUUID());
  }

  /** The same, as tables. */
  ShelterTables inTables() {
    return new ShelterTables(one());
  }

  Shelter inSource(String source, UUID service) {
    return new Shelter(coalition, jdbc, source, service);
  }

  /** Who brings in files of an agency. */
  Api cora(String agency) {
    return coalition.as("cora", agency, Role.AGENCY_ADMIN);
  }
}
