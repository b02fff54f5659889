package org.handrail.client.encounter;

/** How the two met. */
public enum Mode {
  IN_PERSON,
  PHONE,
  VIDEO,
  TEXT
}
