package org.handrail.contracts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What is written from the schemas: the AsyncAPI document and the table of docs/events.md. */
final class ContractPages {

  private static final Map<String, String> TOPICS = topics();

  private final List<EventContract> contracts;
  private final StringBuilder yaml = new StringBuilder();

  private ContractPages(List<EventContract> contracts) {
    this.contracts = contracts;
  }

  private static Map<String, String> topics() {
    var topics = new LinkedHashMap<String, String>();
    topics.put(
        "handrail.client.v1",
        "Clients, their consents and what the door released. Kept without limit.");
    topics.put(
        "handrail.person.v1",
        "Which records belong to one person. analytics-service alone may read it.");
    topics.put("handrail.plan.v1", "Recovery plans. Kept without limit.");
    topics.put("handrail.referral.v1", "Options, choices and referrals. Kept without limit.");
    topics.put("handrail.notification.v1", "Notices. Kept without limit.");
    topics.put(
        "coalition.analytics.events.v1",
        "De-identified: for the coalition's analysts. No key, fresh ids, nothing finer than a year;"
            + " released in batches of at least 11 people of at least 3 agencies.");
    topics.put("coalition.analytics.measures.v1", "Measures with small cells suppressed.");
    return topics;
  }

  static String table(List<EventContract> contracts) {
    var table = new StringBuilder();
    TOPICS.forEach(
        (topic, about) -> {
          table.append("### `%s`%n%n%s%n%n".formatted(topic, about));
          var here = contracts.stream().filter(c -> c.writers().containsKey(topic)).toList();
          if (here.isEmpty()) {
            table.append("Nothing is written to it yet.\n\n");
            return;
          }
          table.append("| type | what it means | key | `agency` | written by | read by |\n");
          table.append("|---|---|---|---|---|---|\n");
          for (var contract : here) {
            table.append(
                "| `%s` | **%s.** %s | %s | %s | %s | %s |%n"
                    .formatted(
                        contract.type(),
                        contract.title(),
                        contract.description(),
                        contract.key(),
                        contract.agency(),
                        contract.writers().get(topic),
                        contract.readers().isEmpty()
                            ? "nobody yet"
                            : String.join(", ", contract.readers())));
          }
          table.append('\n');
        });
    return table.toString();
  }

  static String asyncApi(List<EventContract> contracts, JsonNode attributes) {
    var pages = new ContractPages(contracts);
    pages.head();
    pages.channels();
    pages.operations();
    pages.components(attributes);
    return pages.yaml.toString();
  }

  private void head() {
    yaml.append(
        """
        # Written from the schemas beside it: mvn -q test -pl contracts -Dcontracts.renew=true
        asyncapi: 3.0.0
        info:
          title: Handrail events
          version: 1.0.0
          description: >-
            CloudEvents 1.0 in binary mode. Events carry ids and codes, never names, contact data or free text.
            A consumer sees an event at least once, and those of one key in order.
        defaultContentType: application/json
        servers:
          coalition:
            host: 127.0.0.1:8084
            protocol: kafka
            description: The coalition's broker (here on one machine); it asks Keycloak who is calling.
            security:
              - $ref: '#/components/securitySchemes/keycloak'
        """);
  }

  private void channels() {
    yaml.append("channels:\n");
    TOPICS.forEach(
        (topic, about) -> {
          yaml.append(
              """
                %1$s:
                  address: %1$s
                  description: %2$s
              """
                  .formatted(topic, quoted(about)));
          var here = contracts.stream().filter(c -> c.writers().containsKey(topic)).toList();
          if (!here.isEmpty()) {
            yaml.append("    messages:\n");
            for (var contract : here) {
              yaml.append(
                  "      %1$s:%n        $ref: '#/components/messages/%1$s'%n"
                      .formatted(contract.type()));
            }
          }
        });
  }

  private void operations() {
    yaml.append("operations:\n");
    for (var topic : TOPICS.keySet()) {
      var here = contracts.stream().filter(c -> c.writers().containsKey(topic)).toList();
      for (var writer : new TreeSet<>(here.stream().map(c -> c.writers().get(topic)).toList())) {
        operation(
            writer + "-writes-" + topic,
            "send",
            topic,
            here.stream().filter(c -> writer.equals(c.writers().get(topic))).toList());
      }
      for (var reader : new TreeSet<>(here.stream().flatMap(c -> c.readers().stream()).toList())) {
        operation(
            reader + "-reads-" + topic,
            "receive",
            topic,
            here.stream().filter(c -> c.readers().contains(reader)).toList());
      }
    }
  }

  private void operation(String name, String action, String topic, List<EventContract> messages) {
    yaml.append(
        """
          %s:
            action: %s
            channel:
              $ref: '#/channels/%s'
            messages:
        """
            .formatted(name, action, topic));
    for (var message : messages) {
      yaml.append("      - $ref: '#/channels/%s/messages/%s'%n".formatted(topic, message.type()));
    }
  }

  private void components(JsonNode attributes) {
    yaml.append("components:\n  messages:\n");
    contracts.forEach(this::message);
    yaml.append(
        """
          schemas:
            headers:
              type: object
              required: [%s]
              properties:
        """
            .formatted(
                String.join(
                    ", ",
                    attributes
                        .path("required")
                        .valueStream()
                        .map(name -> header(name.asString()))
                        .toList())));
    var properties = new TreeMap<String, JsonNode>();
    attributes
        .path("properties")
        .propertyStream()
        .forEach(p -> properties.put(p.getKey(), p.getValue()));
    properties.forEach(
        (name, property) ->
            yaml.append(
                """
                        %s:
                          type: string
                          description: %s
                """
                    .formatted(header(name), quoted(property.path("description").asString()))));
    yaml.append(
        """
          securitySchemes:
            keycloak:
              type: oauth2
              description: SASL OAUTHBEARER; the token's audience is kafka.
              flows:
                clientCredentials:
                  tokenUrl: http://localhost:8081/auth/realms/handrail/protocol/openid-connect/token
                  availableScopes:
                    kafka: Speak to the broker
        """);
  }

  private void message(EventContract contract) {
    yaml.append(
        """
            %1$s:
              name: %1$s
              title: %2$s
              description: %3$s
              headers:
                $ref: '#/components/schemas/headers'
              payload:
                schemaFormat: application/schema+json;version=draft-07
                schema:
                  $ref: ./events/%1$s.schema.json
        """
            .formatted(contract.type(), quoted(contract.title()), quoted(contract.description())));
    if (!contract.key().equals("none")) {
      yaml.append(
          """
                bindings:
                  kafka:
                    key:
                      type: string
                      description: %s
          """
              .formatted(quoted(contract.key())));
    }
    yaml.append("      examples:\n");
    contract
        .examples()
        .forEach(
            (name, example) ->
                yaml.append(
                    """
                            - name: %s
                              payload: %s
                    """
                        .formatted(
                            name.replaceFirst(".*\\.example-(.*)\\.json", "$1"),
                            example.path("data").toString())));
  }

  /** As Kafka's binding of CloudEvents has it. */
  private static String header(String attribute) {
    return attribute.equals("datacontenttype") ? "content-type" : "ce_" + attribute;
  }

  /** JSON's strings are YAML's too. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
