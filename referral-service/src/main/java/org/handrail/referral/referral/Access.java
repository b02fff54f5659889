package org.handrail.referral.referral;

import org.handrail.platform.assignment.Assignments;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.referral.door.Door;
import org.springframework.stereotype.Component;

/** What is asked before anybody is let at a referral, and never within a transaction. */
@Component
record Access(Transactions transactions, Assignments assignments, Door door) {}
