package org.handrail.client.handout;

/** What a handout is about. */
public enum HandoutKind {
  /** How records are protected (42 CFR 2.22). */
  NOTICE,
  /** The peer-support agreement, which both sign. */
  AGREEMENT,
  /** What a peer specialist does and does not do. */
  EXPECTATIONS,
  /** What cannot be kept confidential, to be known before anything is confided. */
  CONFIDENTIALITY_LIMITS,
  /** The client's rights. */
  RIGHTS
}
