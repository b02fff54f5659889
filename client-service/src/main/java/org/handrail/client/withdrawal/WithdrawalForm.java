package org.handrail.client.withdrawal;

import jakarta.validation.constraints.NotNull;

/** What whoever withdraws something says. */
public record WithdrawalForm(@NotNull Withdrawal.Reason reason) {}
