package org.handrail.platform.assignment;

/** What a person is to a client of their agency. */
public enum Relation {
  PRIMARY,
  BACKUP,
  SUPERVISOR,
  SELF
}
