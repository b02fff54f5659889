package org.handrail.client.complaint;

import java.util.List;
import java.util.Map;
import org.handrail.client.paper.Spoken;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where else than with the agency somebody may complain (42 CFR 2.4), and what is promised to who
 * does.
 *
 * @param version kept with each complaint
 * @param secretary by language
 * @param noRetaliation by language
 */
@ConfigurationProperties("handrail.complaints")
record ComplaintChannel(
    String version,
    Map<String, String> secretary,
    String address,
    Map<String, String> noRetaliation) {

  /** What the client is told. */
  record OtherChannel(String version, String secretary, String address, String noRetaliation) {}

  /** In the first of these languages that there are words in, else in English. */
  OtherChannel in(List<String> languages) {
    return new OtherChannel(
        version,
        Spoken.in(secretary, languages).words(),
        address,
        Spoken.in(noRetaliation, languages).words());
  }
}
