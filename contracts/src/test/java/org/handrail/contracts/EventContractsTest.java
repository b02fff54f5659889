package org.handrail.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What is true of every event, whoever writes it. */
class EventContractsTest {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

  private static final Schema ATTRIBUTES =
      REGISTRY.getSchema(
          EventContract.read(EventContract.RESOURCES.resolve("event-attributes.schema.json")));

  /** Parts of property names that would carry a person's data, compared without case. */
  private static final Set<String> PERSONAL =
      Set.of(
          "name",
          "phone",
          "email",
          "mail",
          "words",
          "text",
          "address",
          "dateofbirth",
          "birth",
          "dob",
          "ssn",
          "note",
          "comment",
          "message",
          "description",
          "street",
          "city",
          "county",
          "zip",
          "postal",
          "ip",
          "url",
          "photo",
          "free");

  private static final Set<String> CLOSING =
      Set.of("additionalProperties", "unevaluatedProperties", "maxProperties", "propertyNames");

  static List<EventContract> contracts() {
    return EventContract.all();
  }

  static List<EventContract> forAnalysts() {
    return EventContract.all().stream().filter(EventContract::forAnalysts).toList();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void saysWhatItMeansWhereItTravelsAndWhoReadsIt(EventContract contract) {
    assertThat(contract.type()).matches("org\\.handrail(\\.[a-z-]+)+\\.v1");
    assertThat(contract.schema().path("$schema").asString())
        .isEqualTo("http://json-schema.org/draft-07/schema#");
    assertThat(contract.title()).isNotBlank();
    assertThat(contract.description()).isNotBlank();
    assertThat(contract.writers().keySet())
        .isNotEmpty()
        .allMatch(
            topic -> topic.matches("(handrail\\.[a-z]+|coalition\\.analytics\\.[a-z]+)\\.v1"));
    assertThat(contract.key()).isNotBlank();
    assertThat(contract.writers().values()).allMatch(writer -> writer.matches("[a-z]+-service"));
    assertThat(contract.readers()).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void hasAnExample(EventContract contract) {
    assertThat(contract.examples()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void itsExamplesKeepTheSchema(EventContract contract) {
    var schema = REGISTRY.getSchema(contract.schema());
    contract
        .examples()
        .forEach(
            (name, example) -> {
              assertThat(violations(ATTRIBUTES, example)).as(name).isEmpty();
              assertThat(violations(schema, example.path("data"))).as(name).isEmpty();
              assertThat(example.path("type").asString()).as(name).isEqualTo(contract.type());
              assertThat(contract.writers().values())
                  .as(name)
                  .contains(example.path("source").asString().substring(1));
            });
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void itsExamplesShowKeyAndAgencyWhereThereAreAny(EventContract contract) {
    contract
        .examples()
        .forEach(
            (name, example) -> {
              assertThat(example.hasNonNull("partitionkey"))
                  .as(name + " partitionkey")
                  .isEqualTo(!contract.key().equals("none"));
              assertThat(example.hasNonNull("agency"))
                  .as(name + " agency")
                  .isEqualTo(!contract.agency().equals("none"));
            });
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void leavesRoomForWhatIsAddedLater(EventContract contract) {
    walk(
        "",
        contract.schema(),
        (at, node) -> {
          for (var keyword : CLOSING) {
            var closed = node.path(keyword);
            assertThat(closed.isMissingNode() || closed.asString("").equals("true"))
                .as("%s%s closes the event", at, keyword)
                .isTrue();
          }
        });
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void hasNoPropertyForPersonalData(EventContract contract) {
    for (var property : properties(contract).keySet()) {
      assertThat(words(property)).as(property).doesNotContainAnyElementsOf(PERSONAL);
    }
    for (var example : contract.examples().values()) {
      walk(
          "",
          example.path("data"),
          (at, node) ->
              node.propertyNames()
                  .forEach(
                      name ->
                          assertThat(words(name))
                              .as("%s%s", at, name)
                              .doesNotContainAnyElementsOf(PERSONAL)));
    }
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void hasNoPlaceForFreeText(EventContract contract) {
    properties(contract)
        .forEach(
            (name, property) ->
                walk(
                    name + "/",
                    property,
                    (at, node) -> {
                      if (mayBeText(node)) {
                        assertThat(Set.of("format", "enum", "const", "pattern"))
                            .as("%s is a string that could hold anything", at)
                            .anyMatch(node::has);
                      }
                    }));
  }

  @ParameterizedTest
  @MethodSource("forAnalysts")
  void tellsAnalystsTheYearAndCodesOnly(EventContract contract) {
    assertThat(contract.key()).isEqualTo("none");
    assertThat(contract.agency()).isEqualTo("none");
    properties(contract)
        .forEach(
            (name, property) ->
                assertThat(name.equals("year") || property.has("enum"))
                    .as("%s is neither the year nor one of few codes", name)
                    .isTrue());
    for (var example : contract.examples().values()) {
      assertThat(example.has("time")).isFalse();
      assertThat(example.has("aggregateversion")).isFalse();
    }
  }

  @Test
  void everyFileIsASchemaOrAnExampleOfOne() {
    var types = contracts().stream().map(EventContract::type).toList();
    assertThat(types).isNotEmpty();
    for (var file : EventContract.files()) {
      var name = file.getFileName().toString();
      assertThat(name).matches(".*(\\.schema|\\.example-[a-z0-9-]+)\\.json");
      assertThat(types).as(name).contains(name.replaceFirst("\\.(schema|example-.*)\\.json$", ""));
    }
  }

  private static List<Error> violations(Schema schema, JsonNode value) {
    return schema.validate(
        value.toString(),
        InputFormat.JSON,
        execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  /** Every property that the schema declares, at any depth. */
  private static Map<String, JsonNode> properties(EventContract contract) {
    var found = new TreeMap<String, JsonNode>();
    walk(
        "",
        contract.schema(),
        (at, node) ->
            node.path("properties")
                .propertyStream()
                .forEach(property -> found.put(property.getKey(), property.getValue())));
    return found;
  }

  private static boolean mayBeText(JsonNode node) {
    var type = node.path("type");
    var types = type.isArray() ? type.valueStream().toList() : List.of(type);
    return types.stream().anyMatch(one -> one.asString("").equals("string"));
  }

  private static void walk(String at, JsonNode node, BiConsumer<String, JsonNode> visitor) {
    if (node.isObject()) {
      visitor.accept(at, node);
      node.propertyStream()
          .forEach(child -> walk(at + child.getKey() + "/", child.getValue(), visitor));
    } else if (node.isArray()) {
      node.valueStream().forEach(child -> walk(at, child, visitor));
    }
  }

  /** {@code nameToUse} → name, to, use; and the whole, so that joined words are found too. */
  private static List<String> words(String property) {
    var words = new ArrayList<String>();
    for (var word : property.split("(?=[A-Z])|[-_.]", -1)) {
      words.add(word.toLowerCase(Locale.ROOT));
    }
    words.add(property.toLowerCase(Locale.ROOT));
    return words;
  }
}
