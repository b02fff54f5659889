package org.handrail.client.request;

/**
 * What somebody is answered who demands records in the name of the law: neither yes nor no
 * (P2-COURT-1). It is the same for everybody, whoever they ask about.
 */
final class NeutralAnswer {
  static final String TEXT =
      """
      Federal law (42 CFR part 2) does not allow us to say whether any person is or was served here, and nothing in this \
      answer says so. Records that it protects are disclosed only with the person's written consent, or when a court has \
      ordered it under subpart E of 42 CFR part 2 and a subpoena compels it. A subpoena, a warrant or a request by the police \
      alone is not enough. Your request was recorded and is with our privacy officer.\
      """;

  private NeutralAnswer() {}
}
