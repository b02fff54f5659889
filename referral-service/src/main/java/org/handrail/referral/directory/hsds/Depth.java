package org.handrail.referral.directory.hsds;

import org.handrail.referral.directory.standard.Kind;

/**
 * How much of what belongs to a row is given with it. Whatever is asked for, an answer ends: a
 * service names its organization, but that does not name its other services again.
 *
 * @param full everything, or only the rows that a field of the asked one names
 * @param services whether an organization tells all of its services or only that they are there
 */
record Depth(Kind asked, boolean full, boolean services) {
  /** With several rows at once: with more, they are given by halves. */
  static final int MOST_TOGETHER = 20_000;

  /**
   * With one row, as many as a file may have: what is wrong in a source must not fill the memory.
   */
  static final int MOST_ROWS = 50_000;

  boolean opens(Kind owner, Kind owned, boolean single, boolean first) {
    if (!full) {
      return single && first && allowed(owner, owned);
    }
    boolean listed = asked == Kind.ORGANIZATION && !services && owner == Kind.SERVICE;
    return !listed && allowed(owner, owned);
  }

  private boolean allowed(Kind owner, Kind owned) {
    return switch (owned) {
      case SERVICE -> owner == asked;
      case ORGANIZATION -> asked != Kind.ORGANIZATION;
      case SERVICE_AT_LOCATION -> asked != Kind.SERVICE_AT_LOCATION;
      case LOCATION -> owner != Kind.ORGANIZATION || asked == Kind.ORGANIZATION;
      default -> true;
    };
  }
}
