package org.handrail.client.complaint;

import java.util.Map;
import org.jspecify.annotations.Nullable;
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

  OtherChannel in(@Nullable String language) {
    var code = language != null && secretary.containsKey(language) ? language : "en";
    return new OtherChannel(
        version, secretary.getOrDefault(code, ""), address, noRetaliation.getOrDefault(code, ""));
  }
}
