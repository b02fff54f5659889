package org.handrail.referral.meeting;

/** Whose meetings they are. None is the right one, and none is assumed. */
enum Fellowship {
  AA("aa"),
  NA("na"),
  CA,
  HA,
  MARA,
  SMART,
  RECOVERY_DHARMA,
  REFUGE,
  LIFERING,
  WFS,
  SOS,
  SECULAR,
  CELEBRATE_RECOVERY,
  WELLBRIETY,
  ACA,
  AL_ANON("al-anon"),
  NAR_ANON,
  FA,
  SMART_FAMILY,
  CRAFT,
  OTHER;

  private final String types;

  Fellowship() {
    this("common");
  }

  Fellowship(String types) {
    this.types = types;
  }

  /** The name of the list in which its type codes stand: C of one is not C of another. */
  String types() {
    return types;
  }
}
