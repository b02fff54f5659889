package org.handrail.client.party;

/**
 * What a party is before the law. Several may hold at once; together they decide what a receiver
 * may do with a record.
 */
public enum Standing {
  /**
   * Federally assisted and holding itself out as providing diagnosis, treatment or referral for
   * treatment (42 CFR 2.11, 2.12).
   */
  PART2_PROGRAM("part2Program"),
  /** A provider, plan or clearinghouse under HIPAA (45 CFR 160.103). */
  COVERED_ENTITY("coveredEntity"),
  /** Pays for care; bound to forget what the client paid for in full (42 CFR 2.26(a)(6)). */
  HEALTH_PLAN("healthPlan"),
  BUSINESS_ASSOCIATE("businessAssociate"),
  /** Employs medical personnel who may meet a bona fide emergency (42 CFR 2.51). */
  MEDICAL("medical"),
  CRIMINAL_JUSTICE("criminalJustice"),
  /**
   * Receives records lawfully without being any of the health care parties: a recovery residence,
   * an employer, a food bank.
   */
  LAWFUL_HOLDER("lawfulHolder"),
  /**
   * Pays for what an agency does under a grant, and gets the reports that the grant asks for
   * (REP-3).
   */
  FUNDER("funder"),
  /** Receives under a general designation to pass on to its members (42 CFR 2.11, 2.24). */
  INTERMEDIARY("intermediary");

  private final String code;

  Standing(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
