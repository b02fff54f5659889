package org.handrail.client.access;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose ids an answer holds, wherever in it: an answer that names a client shows something of them,
 * whatever way led to it.
 */
final class ClientsShown {
  private static final Set<String> NAMES = Set.of("clientId", "clientIds");

  private static final ClassValue<List<Method>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          var parts =
              Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor).toList();
          parts.forEach(part -> part.setAccessible(true));
          return parts;
        }
      };

  private final Set<UUID> found = new HashSet<>();

  private ClientsShown() {}

  static Set<UUID> in(Object body) {
    var shown = new ClientsShown();
    shown.read(body, false);
    return shown.found;
  }

  private void read(@Nullable Object value, boolean ofClient) {
    switch (value) {
      case UUID id when ofClient -> found.add(id);
      case Collection<?> some -> some.forEach(each -> read(each, ofClient));
      case Record record ->
          PARTS
              .get(record.getClass())
              .forEach(part -> read(of(record, part), NAMES.contains(part.getName())));
      case null, default -> {}
    }
  }

  private static @Nullable Object of(Record record, Method part) {
    try {
      return part.invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
