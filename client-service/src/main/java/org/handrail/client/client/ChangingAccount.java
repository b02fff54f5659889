package org.handrail.client.client;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.version.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes what stands of somebody, as they say it themselves. */
@Component
class ChangingAccount {
  private final Clients clients;
  private final AccountChanges changes;
  private final ReachingClient reaching;
  private final Transactions transactions;
  private final Clock clock;

  ChangingAccount(
      Clients clients,
      AccountChanges changes,
      ReachingClient reaching,
      Transactions transactions,
      Clock clock) {
    this.clients = clients;
    this.changes = changes;
    this.reaching = reaching;
    this.transactions = transactions;
    this.clock = clock;
  }

  void change(Person person, UUID id, Profile profile, long seen) {
    transactions.run(
        () -> {
          var reached = reaching.reach(person, id);
          Versions.require(seen, reached.client().version());
          var act = reached.act(profile.act(), clock.instant().truncatedTo(ChronoUnit.MICROS));
          var account = profile.of(reached.client().account());
          var fields = AccountChange.between(reached.client().account(), account);
          if (!fields.isEmpty()) {
            changes
                .lastSaidOnAny(reached.agency(), reached.id(), fields)
                .ifPresent(
                    last ->
                        act.notBefore(last, "before-change", "They said otherwise after that."));
            clients.saveAccount(reached.client().saying(account), reached.agency(), fields);
            changes.add(reached.agency(), reached.id(), fields, act);
          }
        });
  }

  Slice<AccountChange, UUID> changes(Person person, UUID id, @Nullable UUID after, int limit) {
    return transactions.reading(
        () -> {
          var reached = reaching.see(person, id);
          return Slice.of(
              limit,
              most -> changes.page(reached.agency(), reached.id(), after, most),
              AccountChange::id);
        });
  }
}
