package org.handrail.client.client;

import java.time.Instant;
import org.handrail.client.client.ReachingClient.Reached;

/** What goes along with an enrolment: one bean for each feature that must know of it. */
public interface EnrolmentCourse {

  /** Notice and agreement are on record and the client is enrolled, in the same transaction. */
  void began(Reached client, Instant at);

  /** The agreement was ended, and the enrolment with it. */
  void ended(Reached client, Instant at);
}
