package org.handrail.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.MethodParameter;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.validation.DataBinder;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that is wrong with a body that did not become what its handler asks for. A parser
 * stops at the first fault: here what is faulty is left out and the rest is read again, until it
 * can be held against its constraints.
 */
final class BodyFaults {
  // Whoever has more of them needs no complete list.
  private static final int AT_MOST = 20;

  private final JsonMapper json;
  private final UnreadableBody unreadable;
  private final Supplier<Validator> validator;

  /**
   * @param json by which bodies are read
   */
  BodyFaults(JsonMapper json, UnreadableBody unreadable, Supplier<Validator> validator) {
    this.json = json;
    this.unreadable = unreadable;
    this.validator = validator;
  }

  /** All faults of the body; none when it is no JSON at all, or no handler takes it. */
  List<Problem.Fault> of(HttpServletRequest request, HandlerMethod handler) throws IOException {
    var parameter =
        Arrays.stream(handler.getMethodParameters())
            .filter(it -> it.hasParameterAnnotation(RequestBody.class))
            .findFirst();
    if (parameter.isEmpty()) {
      return List.of();
    }
    var body = request.getInputStream().readAllBytes();
    try {
      var faults = new ArrayList<>(RepeatedFields.in(json, body));
      var tree = RepeatedFields.forgiving(json).readTree(body);
      var read = read(tree, parameter.get(), faults);
      read.ifPresent(value -> addBroken(value, parameter.get(), faults));
      return faults;
    } catch (JacksonException e) {
      return List.of();
    }
  }

  private Optional<Object> read(JsonNode tree, MethodParameter to, List<Problem.Fault> faults) {
    var type = json.constructType(to.getGenericParameterType());
    var leftOut = new HashSet<String>();
    while (faults.size() < AT_MOST) {
      try {
        return Optional.ofNullable(json.readerFor(type).readValue(tree));
      } catch (JacksonException e) {
        if (NestedExceptionUtils.getRootCause(e) instanceof Refusal) {
          // Of what was understood: it is judged when the rest can be read.
          return Optional.empty();
        }
        var fault = unreadable.fault(e);
        if (!leftOut.add(fault.pointer())) {
          return Optional.empty();
        }
        faults.add(fault);
        if (!leaveOut(tree, fault.pointer())) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** Gives whether there was something to leave out. Elements keep their places. */
  private static boolean leaveOut(JsonNode tree, String pointer) {
    if (pointer.isEmpty()) {
      return false;
    }
    var parent = tree.at(pointer.substring(0, pointer.lastIndexOf('/')));
    var last = pointer.substring(pointer.lastIndexOf('/') + 1);
    if (parent instanceof ObjectNode object) {
      return object.remove(last.replace("~1", "/").replace("~0", "~")) != null;
    }
    if (parent instanceof ArrayNode array && array.has(Integer.parseInt(last))) {
      array.setNull(Integer.parseInt(last));
      return true;
    }
    return false;
  }

  /** What was left out is missing by our doing: it is said once what is wrong there. */
  private void addBroken(Object value, MethodParameter to, List<Problem.Fault> faults) {
    if (!to.hasParameterAnnotation(Valid.class)) {
      return;
    }
    var binder = new DataBinder(value, "body");
    binder.setValidator(new SpringValidatorAdapter(validator.get()));
    binder.validate();
    var wrong = List.copyOf(faults);
    InvalidInput.faults(binder.getBindingResult()).stream()
        .filter(broken -> broken.pointer().length() > 1)
        .filter(broken -> wrong.stream().noneMatch(fault -> isWithin(broken, fault)))
        .forEach(faults::add);
  }

  private static boolean isWithin(Problem.Fault broken, Problem.Fault known) {
    return (broken.pointer() + "/").startsWith(known.pointer() + "/");
  }
}
