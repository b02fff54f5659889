package org.handrail.analytics.deidentification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.handrail.analytics.deidentification.Told.Happening;
import org.handrail.analytics.deidentification.Told.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the others promise to write, and writes what is promised to analysts. */
class EventContractsTest {

  private static final JsonMapper JSON = new JsonMapper();

  static List<JsonNode> examplesForUs() throws IOException {
    var readByUs =
        found("classpath*:events/*.schema.json").stream()
            .filter(file -> read(file).path("x-readers").toString().contains("analytics-service"))
            .map(EventContractsTest::type)
            .collect(toSet());
    return found("classpath*:events/*.example-*.json").stream()
        .map(EventContractsTest::read)
        .filter(example -> readByUs.contains(example.path("type").asString()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examplesForUs")
  void readsEveryExampleOfWhatItSubscribesTo(JsonNode example) throws Unreadable {
    var headers = new RecordHeaders();
    example
        .propertyStream()
        .filter(attribute -> attribute.getValue().isValueNode())
        .forEach(
            attribute ->
                headers.add(
                    "ce_" + attribute.getKey(), attribute.getValue().asString().getBytes(UTF_8)));
    var told = EventReading.read(headers, example.path("data").toString().getBytes(UTF_8));
    var client = example.path("data").path("clientId").asString();
    if (told.isPresent()) {
      assertThat(told.get().client()).hasToString(client);
      switch (told.get()) {
        case Link link -> assertThat(link.agency()).isEqualTo(example.path("agency").asString());
        case Happening happening ->
            assertThat(happening.event()).hasToString(example.path("id").asString());
      }
    }
  }

  @Test
  void everyTypeForAnalystsIsOneThatItTells() throws IOException {
    assertThat(found("classpath*:events/org.handrail.analytics.*.schema.json"))
        .extracting(EventContractsTest::type)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(What.values()).map(What::eventType).toList());
  }

  @ParameterizedTest
  @EnumSource
  void writesWhatItsSchemaSays(What what) throws IOException {
    var file = found("classpath*:events/" + what.eventType() + ".schema.json").getFirst();
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(read(file));
    var data = Deidentification.released().serializer().serialize("any", new Released(what, 2026));
    assertThat(schema.validate(new String(data, UTF_8), InputFormat.JSON)).isEmpty();
    assertThat(JSON.readTree(data).propertyNames()).containsExactly("year");
  }

  private static List<Resource> found(String pattern) throws IOException {
    return List.of(new PathMatchingResourcePatternResolver().getResources(pattern));
  }

  private static String type(Resource file) {
    return String.valueOf(file.getFilename()).replace(".schema.json", "");
  }

  private static JsonNode read(Resource file) {
    try {
      return JSON.readTree(file.getContentAsByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
