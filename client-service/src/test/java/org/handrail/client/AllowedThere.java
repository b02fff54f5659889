package org.handrail.client;

import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may read what stands at an address of the service, as its handlers say it. */
final class AllowedThere {
  private AllowedThere() {}

  /** The roles that may; none where nothing can be read. */
  static Set<Role> toRead(String address) {
    return AskedOf.classes().stream()
        .map(type -> type.thisClass().asInternalName().replace('/', '.'))
        .map(AllowedThere::named)
        .filter(type -> type.isAnnotationPresent(RestController.class))
        .flatMap(api -> toRead(api, address))
        .collect(toCollection(() -> EnumSet.noneOf(Role.class)));
  }

  private static Stream<Role> toRead(Class<?> api, String address) {
    var root = first(AnnotatedElementUtils.findMergedAnnotation(api, RequestMapping.class));
    return Arrays.stream(api.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(GetMapping.class))
        .filter(
            method ->
                address.equals(
                    root
                        + first(
                            AnnotatedElementUtils.findMergedAnnotation(
                                method, RequestMapping.class))))
        .map(
            method ->
                Objects.requireNonNullElseGet(
                    method.getAnnotation(AllowedTo.class),
                    () -> api.getAnnotation(AllowedTo.class)))
        .flatMap(allowed -> Arrays.stream(allowed.value()));
  }

  private static String first(@Nullable RequestMapping mapping) {
    return mapping == null || mapping.path().length == 0 ? "" : mapping.path()[0];
  }

  private static Class<?> named(String type) {
    try {
      return Class.forName(type, false, AllowedThere.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
