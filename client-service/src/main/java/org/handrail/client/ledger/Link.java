package org.handrail.client.ledger;

import java.util.List;
import org.handrail.client.client.ClientId;
import org.handrail.client.paper.Hash;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * An entry in its place in a client's chain.
 *
 * @param agency the one that keeps the client's record
 * @param position from 1 without gaps
 * @param previous the hash of the link before
 * @param hash as it was written down
 */
public record Link(
    AgencyId agency, ClientId client, long position, Entry entry, Hash previous, Hash hash) {

  static Link after(AgencyId agency, ClientId client, long length, Hash head, Entry entry) {
    var unsealed = new Link(agency, client, length + 1, entry, head, Hash.NONE);
    return new Link(agency, client, length + 1, entry, head, unsealed.computed());
  }

  /**
   * Whether the row is shown: to the client, or else to their agency's people. That another agency
   * wanted to tell something and could not would tell it, so the client alone sees that; a report
   * that could put somebody in danger is not shown to the client.
   */
  public boolean isShownTo(boolean theClient) {
    return theClient
        ? entry.isShownToTheClient()
        : entry.isRelease() || entry.who().discloser().value().equals(agency.value());
  }

  /** The hash that this content must have. */
  Hash computed() {
    var form = new Canonical();
    form.add(agency.value())
        .add(client.toString())
        .add(Long.toString(position))
        .add(previous.hex());
    form.add(entry.id().toString()).add(entry.decidedAt().toString());
    var who = entry.who();
    form.add(who.discloser().value()).add(who.person().value()).add(who.recipient().value());
    form.add(who.standings()).add(who.via() == null ? null : who.via().value());
    var what = entry.what();
    form.add(what.purpose())
        .add(what.categories())
        .add(what.withheld())
        .add(what.description())
        .add(what.transport());
    var cause = entry.cause();
    form.add(cause.referral() == null ? null : cause.referral().toString()).add(cause.step());
    form.add(cause.inReplyTo() == null ? null : cause.inReplyTo().toString());
    // Not where there is none: rows from before there were such matters keep their hashes.
    if (cause.matter() != null) {
      form.add(cause.matter().kind()).add(cause.matter().id().toString());
    }
    switch (entry.outcome()) {
      case Entry.Outcome.Released(var basis, var notice, var redisclosure, var content) ->
          form.add("released").add(basis).add(notice).add(redisclosure).add(content.hex());
      case Entry.Outcome.Denied(var code) -> form.add("denied").add(code);
    }
    return Hash.of(form.toString());
  }

  /**
   * One text for one content: each value with its length before it, so that no two contents share a
   * text.
   */
  private static final class Canonical {
    private final StringBuilder text = new StringBuilder();

    Canonical add(@Nullable String value) {
      if (value == null) {
        text.append("-;");
      } else {
        text.append(value.length()).append(':').append(value).append(';');
      }
      return this;
    }

    Canonical add(List<String> values) {
      text.append(values.size()).append('[');
      values.forEach(this::add);
      text.append(']');
      return this;
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
