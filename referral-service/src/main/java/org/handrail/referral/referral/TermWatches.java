package org.handrail.referral.referral;

import java.time.Clock;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.deadline.WhenDue;
import org.handrail.referral.referral.clock.Term;
import org.handrail.referral.referral.lifecycle.Party;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ladders of the two clocks that a receiver has, and that of a hold, on either side. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Clocks.class)
class TermWatches {
  @Bean
  WhenDue acknowledgeReminder(
      Referrals referrals, Rungs rungs, Watching watching, Attention attention, Clock clock) {
    return new DeskReminder(Term.ACKNOWLEDGE, referrals, rungs, watching, attention, clock);
  }

  @Bean
  WhenDue firstContactReminder(
      Referrals referrals, Rungs rungs, Watching watching, Attention attention, Clock clock) {
    return new DeskReminder(Term.FIRST_CONTACT, referrals, rungs, watching, attention, clock);
  }

  @Bean
  WhenDue acknowledgeEscalation(
      Referrals referrals,
      Rungs rungs,
      Watching watching,
      Attention attention,
      Overdue overdue,
      Clock clock) {
    return new Escalation(Term.ACKNOWLEDGE, referrals, rungs, watching, attention, overdue, clock);
  }

  @Bean
  WhenDue firstContactEscalation(
      Referrals referrals,
      Rungs rungs,
      Watching watching,
      Attention attention,
      Overdue overdue,
      Clock clock) {
    return new Escalation(
        Term.FIRST_CONTACT, referrals, rungs, watching, attention, overdue, clock);
  }

  @Bean
  WhenDue holdReminder(
      Referrals referrals,
      Rungs rungs,
      Watching watching,
      WhoHears hears,
      Attention attention,
      Clock clock) {
    return new HoldReminder(Party.RECEIVER, referrals, rungs, watching, hears, attention, clock);
  }

  @Bean
  WhenDue heldReferralReminder(
      Referrals referrals,
      Rungs rungs,
      Watching watching,
      WhoHears hears,
      Attention attention,
      Clock clock) {
    return new HoldReminder(Party.REQUESTER, referrals, rungs, watching, hears, attention, clock);
  }
}
