package org.handrail.client.voice;

import java.util.UUID;
import org.handrail.client.client.ReachingClient.Reached;

/**
 * A kind of things that not everybody at the client's side may know of: one bean for each. What the
 * client says to one of them, and who looked at it, is confined with it.
 */
public interface Confined {

  /** As annotations name it, such as {@code complaint}. */
  String kind();

  /** As the access log names a look at it, such as {@code clients-complaints}. */
  String look();

  /** Whether somebody other than the client may know of this one. */
  boolean mayKnow(Reached reader, UUID id);
}
