package org.handrail.platform.attention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.outbox.AggregateEvent;
import org.handrail.platform.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Asks somebody of the acting agency to look at something, in the transaction in which it came to
 * matter. What goes out is a code and an id.
 */
public class Attention {
  private final Outbox outbox;
  private final String topic;

  Attention(Outbox outbox, String topic) {
    this.outbox = outbox;
    this.topic = topic;
  }

  /**
   * What is to be looked at.
   *
   * @param code what happened, such as {@code consent-expiring}
   * @param subjectKind what it happened to, such as {@code consent}
   */
  public record Matter(String code, String subjectKind, UUID subjectId) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Asked(
      String code,
      String subjectKind,
      UUID subjectId,
      @Nullable String role,
      @Nullable String subject) {}

  /** Of one person. */
  public void ask(AgencyId agency, SubjectId whom, Matter matter) {
    append(agency, matter, null, whom.value());
  }

  /** Of everybody who has that role in the agency. */
  public void ask(AgencyId agency, Role whom, Matter matter) {
    append(agency, matter, whom.code(), null);
  }

  private void append(
      AgencyId agency, Matter matter, @Nullable String role, @Nullable String subject) {
    var asked = new Asked(matter.code(), matter.subjectKind(), matter.subjectId(), role, subject);
    outbox.append(
        new AggregateEvent(
            topic, "org.handrail.attention.asked.v1", UUID.randomUUID(), 1, agency, asked));
  }
}
