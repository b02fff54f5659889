package org.handrail.client.ownrecord;

import java.util.List;
import java.util.Map;
import org.handrail.client.paper.Spoken;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The words of a copy on paper, by language. */
@ConfigurationProperties("handrail")
record RecordWords(Map<String, PaperWords> recordWords) {

  /** In the first of these languages that there are words in, else in English. */
  Spoken<PaperWords> in(List<String> languages) {
    return Spoken.in(recordWords, languages);
  }
}
