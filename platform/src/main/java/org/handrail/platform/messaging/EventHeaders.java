package org.handrail.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/** CloudEvents attributes as record headers: {@code ce_<name>}. */
public final class EventHeaders {

  public static final String ID = "id";
  public static final String TYPE = "type";
  public static final String SOURCE = "source";
  public static final String TIME = "time";
  public static final String AGENCY = "agency";
  public static final String AGGREGATE_VERSION = "aggregateversion";
  public static final String TRACE_PARENT = "traceparent";

  private static final String PREFIX = "ce_";
  private static final Header VERSION = header("ce_specversion", "1.0");
  private static final Header JSON = header("content-type", "application/json");

  private EventHeaders() {}

  /** Those of an event with these attributes, whose data is JSON. */
  public static Collection<Header> of(Map<String, String> attributes) {
    var headers = new TreeMap<String, Header>();
    attributes.forEach((name, value) -> headers.put(name, header(PREFIX + name, value)));
    headers.put("specversion", VERSION);
    headers.put("datacontenttype", JSON);
    return headers.values();
  }

  /** The attributes of a record; empty for one that is no event. */
  public static Map<String, String> read(Headers headers) {
    var attributes = new TreeMap<String, String>();
    for (var header : headers) {
      if (header.key().startsWith(PREFIX) && header.value() != null) {
        attributes.put(header.key().substring(PREFIX.length()), new String(header.value(), UTF_8));
      }
    }
    return attributes;
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }
}
