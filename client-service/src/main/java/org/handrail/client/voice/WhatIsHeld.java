package org.handrail.client.voice;

import java.util.Set;
import java.util.UUID;
import org.handrail.client.client.ReachingClient.Reached;

/** What this service holds about a client and shows them, piece by piece. */
public interface WhatIsHeld {

  /** What the pieces are, such as {@code report-part}. */
  Set<String> kinds();

  /** Whether the record of a client holds a piece of one of those kinds, for this reader. */
  boolean holds(Reached reader, String kind, UUID id);

  /** Whether it is of a kind of which not everybody reads all, and this reader does not read it. */
  boolean isKeptFrom(Reached reader, String kind, UUID id);
}
