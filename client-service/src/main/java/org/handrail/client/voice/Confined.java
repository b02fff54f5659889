package org.handrail.client.voice;

import java.util.UUID;
import org.handrail.client.client.ReachingClient.Reached;

/**
 * A kind of things that not everybody at the client's side may know of: one bean for each. What the
 * client says to one of them is confined with it; who looked at it, {@link
 * org.handrail.client.access.LogReader} says.
 */
public interface Confined {

  /** As annotations name it, such as {@code complaint}. */
  String kind();

  /** Whether somebody other than the client may know of this one. */
  boolean mayKnow(Reached reader, UUID id);
}
