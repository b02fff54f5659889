package org.handrail.client.client;

/**
 * Something by which people keep others away from them. Whoever said it while several records stood
 * for them said it for each of these: it is written down on each before they part, as far as it
 * keeps others away.
 */
public interface SaidForEach {
  /** In the transaction in which a merge is undone, before it is. */
  void writeDown(Parting parting);
}
