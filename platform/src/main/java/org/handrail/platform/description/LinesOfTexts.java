package org.handrail.platform.description;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.stream.Stream;
import org.handrail.platform.http.ManyLines;
import org.springdoc.core.customizers.PropertyCustomizer;

/** Says of a text that may have several lines that it may; every other one is one line. */
final class LinesOfTexts implements PropertyCustomizer {
  static final String SEVERAL = "May have several lines";

  @Override
  @SuppressWarnings("rawtypes") // As springdoc has it.
  public Schema customize(Schema property, AnnotatedType type) {
    return property != null && has(type) ? property.description(SEVERAL) : property;
  }

  private static boolean has(AnnotatedType type) {
    var annotations = type.getCtxAnnotations();
    return annotations != null && Stream.of(annotations).anyMatch(ManyLines.class::isInstance);
  }
}
