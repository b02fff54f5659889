package org.handrail.platform.assignment;

import java.util.Locale;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;

/** What a person is to a client of their agency. */
public enum Relation {
  PRIMARY,
  BACKUP,
  SUPERVISOR,
  SELF;

  /**
   * Whether somebody with such roles may act as that: a client's sign-in opens the client's own
   * record only, whatever somebody wrote down by mistake, and who works here without being a client
   * is nobody's self.
   */
  public boolean isOpenTo(Person person) {
    return switch (this) {
      case SELF -> person.is(Role.CLIENT);
      case SUPERVISOR -> person.is(Role.SUPERVISOR);
      case PRIMARY, BACKUP -> person.is(Role.PEER_SPECIALIST) || person.is(Role.SUPERVISOR);
    };
  }

  /** The one of that code, such as {@code primary}. */
  static Relation of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
