package org.handrail.client.encounter;

import java.util.UUID;
import org.handrail.client.encounter.RecordingEncounter.Found;
import org.handrail.client.withdrawal.Withdrawal.Kind;
import org.handrail.client.withdrawal.Withdrawal.Reason;
import org.handrail.client.withdrawal.Withdrawing;
import org.handrail.client.withdrawal.Withdrawing.Written;
import org.handrail.client.worktime.WorkTimes;
import org.handrail.platform.version.Versions;
import org.springframework.stereotype.Component;

/** Takes an encounter back that was entered by mistake; whose time it took has it again. */
@Component
class WithdrawingEncounter {
  private final Withdrawing withdrawing;
  private final WorkTimes times;

  WithdrawingEncounter(Withdrawing withdrawing, WorkTimes times) {
    this.withdrawing = withdrawing;
    this.times = times;
  }

  UUID withdraw(Found found, long seen, Reason reason) {
    var encounter = found.encounter();
    Versions.require(seen, encounter.version());
    withdrawing.withdraw(
        found.reached(),
        new Written(Kind.ENCOUNTER, encounter.id(), encounter.authors(), true),
        reason);
    times.free(found.reached().agency(), encounter.id());
    return encounter.id();
  }
}
