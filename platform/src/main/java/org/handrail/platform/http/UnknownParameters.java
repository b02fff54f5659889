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
 * otherwise filter nothing, and the caller would take everything for what they asked for. One that
 * comes twice where one value is taken is refused too: only one of them would count.
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
      refuse(
          names(query).filter(name -> !known.names.contains(name)),
          Problem.of(Problems.UNKNOWN_PARAMETER)
              .detail(
                  known.names.isEmpty()
                      ? "This address takes no parameters"
                      : "This address takes " + String.join(", ", known.names)));
      var seen = new HashSet<String>();
      refuse(
          names(query).filter(name -> !seen.add(name) && !known.lists.contains(name)),
          Problem.of(Problems.REPEATED_PARAMETER));
    }
    return true;
  }

  private static void refuse(Stream<String> wrong, Problem problem) {
    var names = wrong.distinct().toList();
    if (!names.isEmpty()) {
      throw Refusal.of(
          problem.with(
              "parameters", names.stream().filter(OF_OUR_KIND.asMatchPredicate()).toList()));
    }
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
