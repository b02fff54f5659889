package org.handrail.platform.probe;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.WhenDue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The time at which somebody wanted to look at a note again. */
@Component
class NoteDue implements WhenDue {
  private final List<UUID> reached = new CopyOnWriteArrayList<>();
  private final JdbcClient jdbc;

  NoteDue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "note-due";
  }

  @Override
  public void lock(AgencyId agency, UUID about) {
    jdbc.sql("select id from note where id = ? for update").param(about).query(UUID.class).list();
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    reached.add(about);
  }

  /** Of which notes it was, in that order. */
  List<UUID> reached() {
    return List.copyOf(reached);
  }
}
