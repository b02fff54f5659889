package org.handrail.platform.probe;

import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.outbox.AggregateEvent;
import org.handrail.platform.outbox.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes of an agency; each change is told. */
@Component
public class Notes {

  /** What an agency wrote down. */
  public record Note(UUID id, String words, long version) {}

  /** What others learn of it. */
  public record Noted(UUID noteId) {}

  static final String TOPIC = "handrail.plan.v1";
  static final String NOTED = "org.handrail.probe.noted.v1";

  private final JdbcClient jdbc;
  private final Outbox outbox;

  Notes(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  public UUID add(AgencyId agency, String words) {
    var id = UUID.randomUUID();
    jdbc.sql("insert into note (agency, id, words, version) values (?, ?, ?, 0)")
        .params(agency.value(), id, words)
        .update();
    outbox.append(new AggregateEvent(TOPIC, NOTED, id, 0, agency, new Noted(id)));
    return id;
  }

  public Optional<Note> find(UUID id) {
    return jdbc.sql("select id, words, version from note where id = ?")
        .param(id)
        .query(Note.class)
        .optional();
  }

  public long count() {
    return jdbc.sql("select count(*) from note").query(Long.class).single();
  }

  public boolean reword(Note note, String words) {
    return jdbc.sql("update note set words = ?, version = version + 1 where id = ? and version = ?")
            .params(words, note.id(), note.version())
            .update()
        == 1;
  }
}
