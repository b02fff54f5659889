package org.handrail.platform.outbox;

/**
 * Where events wait to be sent, written in the transaction of the change that they tell.
 *
 * <p>Events of an aggregate arrive in the order in which they were appended if the aggregate's row
 * was locked (inserted, updated or selected for update) before in the same transaction.
 */
public interface Outbox {

  /**
   * Sends the event at least once after the transaction commits, and never if it does not.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
   */
  void append(AggregateEvent event);
}
