package org.handrail.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * Refuses a parameter in an address that the handler does not take: a misspelt filter would
 * otherwise filter nothing, and the caller would take everything for what they asked for.
 */
final class UnknownParameters implements HandlerInterceptor, HandlerRule {

  // What somebody typed by mistake might be a name: only what can be one of ours is repeated.
  private static final Pattern OF_OUR_KIND = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

  private final Map<Method, SortedSet<String>> taken = new ConcurrentHashMap<>();

  @Override
  public void check(RequestMappingInfo mapping, HandlerMethod handler) {
    var names = taken(handler);
    // What an address is told apart by.
    mapping.getParamsCondition().getExpressions().forEach(told -> names.add(told.getName()));
    taken.computeIfAbsent(handler.getMethod(), _ -> new TreeSet<>()).addAll(names);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var query = request.getQueryString();
    if (query == null
        || request.getDispatcherType() != DispatcherType.REQUEST
        || !(handler instanceof HandlerMethod method)) {
      return true;
    }
    var known = taken.get(method.getMethod());
    if (known != null) {
      var unknown = names(query).filter(name -> !known.contains(name)).distinct().toList();
      if (!unknown.isEmpty()) {
        throw Refusal.of(
            Problem.of(Problems.UNKNOWN_PARAMETER)
                .detail(
                    known.isEmpty()
                        ? "This address takes no parameters"
                        : "This address takes " + String.join(", ", known))
                .with(
                    "parameters",
                    unknown.stream().filter(OF_OUR_KIND.asMatchPredicate()).toList()));
      }
    }
    return true;
  }

  private static Stream<String> names(String query) {
    return Arrays.stream(query.split("&", -1))
        .map(pair -> pair.split("=", 2)[0])
        .filter(name -> !name.isEmpty())
        .map(UnknownParameters::decoded);
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, UTF_8);
    } catch (IllegalArgumentException e) {
      // No parameter of ours is called like that.
      return name;
    }
  }

  private static SortedSet<String> taken(HandlerMethod handler) {
    var names = new TreeSet<String>();
    var declared = handler.getMethod().getParameters();
    for (var parameter : handler.getMethodParameters()) {
      var asked = parameter.getParameterAnnotation(RequestParam.class);
      if (asked != null) {
        names.add(
            asked.name().isEmpty()
                ? declared[parameter.getParameterIndex()].getName()
                : asked.name());
      } else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
        components(handler, parameter).forEach(names::add);
      }
    }
    return names;
  }

  /** As the record's constructor has them, which may have another name in addresses. */
  private static Stream<String> components(HandlerMethod handler, MethodParameter parameter) {
    if (!parameter.getParameterType().isRecord()) {
      throw new IllegalStateException(
          handler + " takes its parameters in a class that does not name them: use a record");
    }
    return Arrays.stream(parameter.getParameterType().getDeclaredConstructors())
        .filter(constructor -> isCanonical(constructor, parameter.getParameterType()))
        .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
        .map(
            component -> {
              var bound = component.getAnnotation(BindParam.class);
              return bound == null ? component.getName() : bound.value();
            });
  }

  private static boolean isCanonical(Constructor<?> constructor, Class<?> type) {
    return Arrays.equals(
        constructor.getParameterTypes(),
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray());
  }
}
