package org.handrail.client.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One operation of the service as its description has it. */
public record Endpoint(String method, String path, JsonNode operation, JsonNode document) {

  private static final Pattern AFTER_A_NOUN = Pattern.compile("([^/{}]+)/\\{[^}]*}");

  // What everybody in the agency may see, or everybody, and what only some of these may do with it.
  private static final Set<String> OPEN =
      Set.of(
          "GET /api/groups/{id}",
          "GET /api/groups/{id}/sessions",
          "POST /api/groups/{id}/end",
          "POST /api/groups/{id}/facilitator",
          "GET /api/handouts/{kind}",
          "GET /api/handouts/{kind}/{version}",
          "GET /api/handouts/texts/{hash}");

  /** All of them that take the id of a client or of something that hangs on one. */
  public static List<Endpoint> thatNameSomebody(Api api) {
    var document = api.get("/v3/api-docs").send().isOk().json();
    var all = new ArrayList<Endpoint>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            all.add(
                                new Endpoint(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    method.getValue(),
                                    document))));
    return all.stream()
        .filter(endpoint -> endpoint.path().startsWith("/api/"))
        .filter(Predicate.not(Endpoint::namesNobody))
        .filter(endpoint -> !OPEN.contains(endpoint.toString()))
        .toList();
  }

  private boolean namesNobody() {
    return !path.contains("{") && !takes("clientId") && !asks("clientId");
  }

  private boolean takes(String property) {
    return schema().toString().contains('"' + property + '"');
  }

  /** Whether a query parameter of that name is needed. */
  private boolean asks(String parameter) {
    return operation
        .path("parameters")
        .valueStream()
        .anyMatch(
            each ->
                each.at("/name").asString("").equals(parameter)
                    && each.at("/in").asString("").equals("query"));
  }

  /** {@code clients} in {@code /api/clients/{id}/notices}. */
  public String noun() {
    return path.split("/", -1)[2];
  }

  private JsonNode schema() {
    var body = operation.at("/requestBody/content/application~1json/schema");
    var reference = body.at("/$ref").asString("");
    return reference.isEmpty() ? body : document.at(reference.substring(1));
  }

  /** Calls it about these; every other id in it is nobody's. */
  Answer call(Api caller, Ids ids) {
    var request =
        caller.call(method, address(ids)).header("Accept", "*/*").header("If-Match", "\"1\"");
    if (method.equals("POST")) {
      request.key(UUID.randomUUID().toString());
    }
    var schema = operation.at("/requestBody/content/application~1json/schema");
    if (!schema.isMissingNode()) {
      request.body(
          WellFormed.body(toString(), ids.client())
              .<Object>map(Function.identity())
              .orElseGet(() -> smallest(schema, ids)));
    }
    return request.send();
  }

  private Object smallest(JsonNode schema, Ids ids) {
    return Objects.requireNonNull(new Bodies(document, ids.client()).of(schema, "body"));
  }

  /** What there is not, and what there is, are the same to whoever may not see it. */
  Ids ofNothing(Ids there) {
    return noun().equals("groups") && takes("clientId")
        ? there.ofNothingInTheGroup()
        : there.ofNothing();
  }

  /** The nouns after which an id stands in the address, in their order. */
  List<String> nouns() {
    return AFTER_A_NOUN.matcher(path).results().map(match -> match.group(1)).toList();
  }

  private String address(Ids ids) {
    var address =
        AFTER_A_NOUN.matcher(path).replaceAll(it -> it.group(1) + "/" + ids.of(it.group(1)));
    var query = new StringJoiner("&", "?", "").setEmptyValue("");
    for (var each : operation.path("parameters")) {
      if (each.at("/in").asString("").equals("query")
          && (isId(each) || each.at("/required").asBoolean())) {
        query.add(each.at("/name").asString() + "=" + value(each, ids));
      }
    }
    return address + query;
  }

  private static boolean isId(JsonNode parameter) {
    return parameter.at("/schema/format").asString("").equals("uuid");
  }

  /** Whatever is asked for by an id is what there is of it. */
  private @Nullable Object value(JsonNode parameter, Ids ids) {
    var name = parameter.at("/name").asString();
    return switch (name) {
      case "after" -> ids.of(path.substring(path.lastIndexOf('/') + 1));
      case "requestId" -> ids.of("list-requests");
      default -> new Bodies(document, ids.client()).of(parameter.path("schema"), name);
    };
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
