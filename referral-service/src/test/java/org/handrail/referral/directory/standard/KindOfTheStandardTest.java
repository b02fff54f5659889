package org.handrail.referral.directory.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.handrail.referral.fixtures.RealFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That our table of HSDS says what the standard's schemas say. */
class KindOfTheStandardTest {
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LINK")
  void hasEveryFieldOfTheSchema(Kind kind) throws IOException {
    JsonNode schema = schema(kind);

    for (var property : schema.path("properties").properties()) {
      String name = property.getKey();
      JsonNode type = property.getValue();
      String inner = type.path("$ref").asString(type.at("/items/$ref").asString(""));
      if (!inner.isEmpty()) {
        assertThat(kind.nested()).as(name).containsKey(name);
        assertThat(kind.single(name)).as(name).isEqualTo(type.has("$ref"));
        if (!inner.equals("url.json")) {
          assertThat(Objects.requireNonNull(kind.nested().get(name)).code() + ".json")
              .isEqualTo(inner);
        }
      } else if (!name.equals("id")) {
        assertThat(kind.fields()).containsKey(name);
        assertThat(kind.fields().get(name)).as(name).isIn(allowed(type));
      }
    }
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asString()));
    required.remove("id");
    assertThat(kind.required()).isEqualTo(required);
  }

  private static Set<FieldType> allowed(JsonNode type) {
    if (type.has("enum")) {
      return Set.of(FieldType.CODE);
    }
    if (type.path("type").asString().equals("number")) {
      return Set.of(FieldType.NUMBER);
    }
    return switch (type.path("format").asString("")) {
      case "uri" -> Set.of(FieldType.URL);
      case "email" -> Set.of(FieldType.EMAIL);
      case "date-time" -> Set.of(FieldType.INSTANT);
      // Where the schema is content with any text, its descriptions name what can stand there.
      default ->
          EnumSet.complementOf(EnumSet.of(FieldType.NUMBER, FieldType.EMAIL, FieldType.INSTANT));
    };
  }

  private static JsonNode schema(Kind kind) throws IOException {
    String folder =
        kind == Kind.UNIT || kind == Kind.SERVICE_CAPACITY ? "hsds/schema-3.1/" : "hsds/schema/";
    Path file = RealFiles.at(folder + kind.code() + ".json");
    return JsonMapper.shared().readTree(Files.readAllBytes(file));
  }
}
