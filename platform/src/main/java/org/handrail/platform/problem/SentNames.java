package org.handrail.platform.problem;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What a handler's parameters are called where they are sent, in addresses and headers. */
public final class SentNames {

  private SentNames() {}

  public static String of(MethodParameter parameter) {
    var asked = parameter.getParameterAnnotation(RequestParam.class);
    var header = parameter.getParameterAnnotation(RequestHeader.class);
    var given = asked != null ? asked.name() : header != null ? header.name() : "";
    return given.isEmpty()
        ? Objects.requireNonNull(parameter.getExecutable())
            .getParameters()[parameter.getParameterIndex()]
            .getName()
        : given;
  }

  /** Of one of a record's {@link #components}. */
  public static String of(Parameter component) {
    var bound = component.getAnnotation(BindParam.class);
    return bound == null ? component.getName() : bound.value();
  }

  /** What a record that is bound to parameters is made of; nothing for a class of another kind. */
  public static Stream<Parameter> components(Class<?> type) {
    return type.isRecord()
        ? Arrays.stream(type.getDeclaredConstructors())
            .filter(constructor -> isCanonical(constructor, type))
            .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
        : Stream.empty();
  }

  private static boolean isCanonical(Constructor<?> constructor, Class<?> type) {
    return Arrays.equals(
        constructor.getParameterTypes(),
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray());
  }
}
