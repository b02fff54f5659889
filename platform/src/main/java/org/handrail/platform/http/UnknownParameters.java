package org.handrail.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.problem.SentNames;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * Refuses a parameter in an address that the handler does not take: a misspelt filter would
 * otherwise filter nothing, and the caller would take everything for what they asked for. So would
 * a filter without a value: one that is there and blank is refused too, words that are sought among
 * them. Of one that comes twice where one value is taken, only one would count.
 */
final class UnknownParameters implements HandlerInterceptor, HandlerRule {

  // What somebody typed by mistake might be a name: only what can be one of ours is repeated.
  private static final Pattern OF_OUR_KIND = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

  private final Map<Method, Taken> taken = new ConcurrentHashMap<>();

  /** What a handler takes, and what of it may come several times. */
  private record Taken(SortedSet<String> names, Set<String> lists) {
    Taken() {
      this(new TreeSet<>(), new HashSet<>());
    }

    void add(String name, Class<?> type) {
      names.add(name);
      if (type.isArray() || Collection.class.isAssignableFrom(type)) {
        lists.add(name);
      }
    }
  }

  /** A parameter as it stands in an address. */
  private record Given(String name, String value) {
    static Given of(String pair) {
      var parts = pair.split("=", 2);
      return new Given(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
    }
  }

  @Override
  public void check(RequestMappingInfo mapping, HandlerMethod handler) {
    var known = taken.computeIfAbsent(handler.getMethod(), _ -> new Taken());
    addParameters(handler, known);
    // What an address is told apart by.
    mapping.getParamsCondition().getExpressions().forEach(told -> known.names.add(told.getName()));
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
      refuse(given(query), known);
    }
    return true;
  }

  private static void refuse(List<Given> given, Taken known) {
    refuse(
        names(given).filter(name -> !known.names.contains(name)),
        Problem.of(Problems.UNKNOWN_PARAMETER)
            .detail(
                known.names.isEmpty()
                    ? "This address takes no parameters"
                    : "This address takes " + String.join(", ", known.names)));
    var seen = new HashSet<String>();
    refuse(
        names(given).filter(name -> !seen.add(name) && !known.lists.contains(name)),
        Problem.of(Problems.REPEATED_PARAMETER));
    var blank = names(given.stream().filter(it -> it.value.isBlank()).toList()).distinct().toList();
    if (!blank.isEmpty()) {
      throw Refusal.of(Problems.withoutValue(blank));
    }
  }

  private static void refuse(Stream<String> wrong, Problem problem) {
    var names = wrong.distinct().toList();
    if (!names.isEmpty()) {
      throw Refusal.of(
          problem.with(
              "parameters", names.stream().filter(OF_OUR_KIND.asMatchPredicate()).toList()));
    }
  }

  private static List<Given> given(String query) {
    return Arrays.stream(query.split("&", -1))
        .map(Given::of)
        .filter(it -> !it.name.isEmpty())
        .toList();
  }

  private static Stream<String> names(List<Given> given) {
    return given.stream().map(Given::name);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      // No parameter of ours is called like that, and no value is blank.
      return text;
    }
  }

  private static void addParameters(HandlerMethod handler, Taken known) {
    for (var parameter : handler.getMethodParameters()) {
      if (parameter.hasParameterAnnotation(RequestParam.class)) {
        known.add(SentNames.of(parameter), parameter.getParameterType());
      } else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
        if (!parameter.getParameterType().isRecord()) {
          throw new IllegalStateException(
              handler + " takes its parameters in a class that does not name them: use a record");
        }
        SentNames.components(parameter.getParameterType())
            .forEach(component -> known.add(SentNames.of(component), component.getType()));
      }
    }
  }
}
