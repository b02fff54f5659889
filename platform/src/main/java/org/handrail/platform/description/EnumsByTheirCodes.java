package org.handrail.platform.description;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import io.swagger.v3.core.jackson.ModelResolver;
import org.handrail.platform.http.Codes;

/**
 * Describes enums as they stand in bodies and addresses, by their codes. The library that describes
 * reads classes with Jackson 2 and knows nothing of how ours are written.
 */
final class EnumsByTheirCodes extends ModelResolver {

  EnumsByTheirCodes(ObjectMapper describing) {
    super(withCodes(describing), new NamesOfTheirPlace());
  }

  private static ObjectMapper withCodes(ObjectMapper describing) {
    var known = describing.getSerializationConfig().getAnnotationIntrospector();
    // The first has the last word: what a constant says of itself stands.
    return describing
        .copy()
        .setAnnotationIntrospector(AnnotationIntrospector.pair(known, new CodesForAll()));
  }

  private static final class CodesForAll extends NopAnnotationIntrospector {

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
