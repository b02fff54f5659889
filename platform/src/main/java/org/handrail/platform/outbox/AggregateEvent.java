package org.handrail.platform.outbox;

import java.util.Map;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an aggregate, as others will read it: ids and codes, never names.
 *
 * @param topic such as {@code handrail.referral.v1}
 * @param type such as {@code org.handrail.referral.sent.v1}, never a class name
 * @param aggregateId the record's key, and the unit of order
 * @param aggregateVersion of the aggregate after the event
 * @param agency whose side of the matter it is for: consumers handle it as this agency
 * @param extensions further CloudEvents attributes: names of lower case letters and digits
 * @param data written as JSON
 */
public record AggregateEvent(
    String topic,
    String type,
    String aggregateId,
    long aggregateVersion,
    @Nullable AgencyId agency,
    Map<String, String> extensions,
    Object data) {

  public AggregateEvent {
    extensions = Map.copyOf(extensions);
    for (var name : extensions.keySet()) {
      if (!name.matches("[a-z0-9]{1,20}")) {
        throw new IllegalArgumentException("a CloudEvents attribute is lower case: " + name);
      }
    }
  }

  public AggregateEvent(
      String topic,
      String type,
      Object aggregateId,
      long aggregateVersion,
      @Nullable AgencyId agency,
      Object data) {
    this(topic, type, aggregateId.toString(), aggregateVersion, agency, Map.of(), data);
  }
}
