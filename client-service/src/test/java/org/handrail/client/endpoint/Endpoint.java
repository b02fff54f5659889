package org.handrail.client.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import tools.jackson.databind.JsonNode;

/** One operation of the service as its description has it. */
public record Endpoint(String method, String path, JsonNode operation, JsonNode document) {

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

  /**
   * Calls it about that client and that resource of the noun; every other id in it is nobody's.
   *
   * @param ids of a client and of resources, by their nouns
   */
  public Answer call(Api caller, Map<String, UUID> ids) {
    var client = ids.getOrDefault("clients", UUID.randomUUID());
    var request =
        caller
            .call(method, address(ids, client))
            .header("Accept", "*/*")
            .header("If-Match", "\"1\"");
    if (method.equals("POST")) {
      request.key(UUID.randomUUID().toString());
    }
    var schema = operation.at("/requestBody/content/application~1json/schema");
    if (!schema.isMissingNode()) {
      request.body(Objects.requireNonNull(new Bodies(document, client).of(schema, "body")));
    }
    return request.send();
  }

  private String address(Map<String, UUID> ids, UUID client) {
    var first = true;
    var address = path;
    while (address.contains("{")) {
      var id = first ? ids.getOrDefault(noun(), UUID.randomUUID()) : UUID.randomUUID();
      address = address.replaceFirst("\\{[^}]*}", id.toString());
      first = false;
    }
    return asks("clientId") ? address + "?clientId=" + client : address;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
