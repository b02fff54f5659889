package org.handrail.notification.notification;

import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;

/** Whom of an agency a notification is for. */
public sealed interface Addressee {

  /** Everybody of a role. */
  record Everybody(Role in) implements Addressee {}

  /** One person. */
  record Somebody(SubjectId subject) implements Addressee {}
}
