package org.handrail.platform.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import io.swagger.v3.core.jackson.ModelResolver;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Describes bodies as ours are written: enums by their codes, and what a record always has as
 * required. The library that describes reads classes with Jackson 2 and knows nothing of either.
 */
final class BodiesAsWritten extends ModelResolver {

  BodiesAsWritten(ObjectMapper describing) {
    super(knowingOurs(describing), new NamesOfTheirPlace());
  }

  private static ObjectMapper knowingOurs(ObjectMapper describing) {
    var known = describing.getSerializationConfig().getAnnotationIntrospector();
    // The first has the last word: what a class says of itself stands.
    return describing
        .copy()
        .setAnnotationIntrospector(AnnotationIntrospector.pair(known, new Ours()));
  }

  private static final class Ours extends NopAnnotationIntrospector {

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
      var type = member.getDeclaringClass();
      if (!type.isRecord() || !type.getPackage().isAnnotationPresent(NullMarked.class)) {
        return null;
      }
      return Stream.of(type.getRecordComponents())
          .filter(component -> component.getName().equals(nameOf(member)))
          .findFirst()
          .map(component -> !mayBeAway(component))
          .orElse(null);
    }

    private static String nameOf(AnnotatedMember member) {
      // A constructor's parameter has no name of its own here.
      return member instanceof AnnotatedParameter parameter
          ? parameter.getDeclaringClass().getRecordComponents()[parameter.getIndex()].getName()
          : member.getName();
    }

    private static boolean mayBeAway(RecordComponent component) {
      var included = component.getAccessor().getAnnotation(JsonInclude.class);
      return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
          || (included != null && included.value() == JsonInclude.Include.NON_EMPTY);
    }

    @Override
    @SuppressWarnings("deprecation") // Not to us: it is the one that the library calls.
    public String[] findEnumValues(Class<?> type, Enum<?>[] constants, String[] names) {
      for (int i = 0; i < constants.length; i++) {
        names[i] = Codes.of(constants[i]);
      }
      return names;
    }
  }
}
