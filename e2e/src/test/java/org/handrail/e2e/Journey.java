package org.handrail.e2e;

import java.util.List;

/**
 * A first journey that went all the way: each of these ids came with a 2xx, and each step of the
 * receiver was answered so.
 */
record Journey(String client, String consent, String plan, String referral) {

  /** What the receiver does, in this order. */
  static final List<String> ANSWERS =
      List.of("acknowledged", "accepted", "intake-scheduled", "attended", "engaged", "completed");

  static Journey of(Loop loop, String name) {
    var client = loop.meet(name);
    var plan = loop.plan(client);
    var consent = loop.consent(client, name).id();
    var referral = loop.send(loop.draft(loop.choose(client))).id();
    loop.untilIntakeSees(referral);
    loop.answerToTheEnd(referral);
    return new Journey(client, consent, plan, referral);
  }
}
