package org.handrail.platform.act;

/** How a client did something. */
public enum ActKind {
  IN_PERSON,
  PHONE,
  SIGNED_PAPER,
  /** The client signed in and did it; nobody can write that down for them. */
  OWN_SIGN_IN
}
