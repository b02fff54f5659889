package org.handrail.platform.http;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** JSON taken at its word: nothing unknown, nothing twice, nothing turned into another type. */
final class StrictJson {

  // What has no null is missing, not of another type, where it is absent.
  private static final List<Class<?>> NEVER_NULL =
      List.of(int.class, long.class, double.class, boolean.class);

  private StrictJson() {}

  static void apply(JsonMapper.Builder json) {
    NEVER_NULL.forEach(
        type ->
            json.withConfigOverride(
                type, it -> it.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.FAIL))));
    json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .withCoercionConfig(
            LogicalType.Textual,
            text ->
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .annotationIntrospector(new EnumsAsCodes())
        .addModule(plainTextAndTimes());
  }

  private static SimpleModule plainTextAndTimes() {
    var module = new SimpleModule("plain-text-and-times");
    module.addDeserializer(String.class, new PlainText());
    module.addDeserializer(Duration.class, Spelled.durations());
    module.addDeserializer(UUID.class, Spelled.ids());
    Times.all().forEach(times -> times.readBodies(module));
    return module;
  }

  /** Names enums by their codes, unless they say otherwise. */
  private static final class EnumsAsCodes extends JacksonAnnotationIntrospector {

    @Override
    public String[] findEnumValues(
        MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
      for (int i = 0; i < constants.length; i++) {
        names[i] = Codes.of(constants[i]);
      }
      return super.findEnumValues(config, type, constants, names);
    }
  }
}
