package org.handrail.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.fixtures.TokenIssuer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** client-service as this service asks it: knows who is assigned to whom, and nobody else. */
@TestConfiguration(proxyBeanMethods = false)
public class AskedClientService implements AutoCloseable {

  private final Set<String> assigned = ConcurrentHashMap.newKeySet();
  private final HttpServer server;

  AskedClientService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.createContext("/internal/assignments/", this::answer);
    server.start();
  }

  @Bean
  static DynamicPropertyRegistrar clientServiceAddress(AskedClientService asked) {
    return registry ->
        registry.add(
            "handrail.assignments.address",
            () -> "http://127.0.0.1:" + asked.server.getAddress().getPort());
  }

  public void knows(String name, UUID client) {
    assigned.add(client + " " + TokenIssuer.subject(name).value());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var client = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
      var subject = exchange.getRequestHeaders().getFirst(OnBehalfOf.SUBJECT_HEADER);
      if (assigned.contains(client + " " + subject)) {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("{\"relation\":\"primary\"}".getBytes(UTF_8));
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
