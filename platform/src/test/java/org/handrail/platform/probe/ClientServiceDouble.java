package org.handrail.platform.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.handrail.platform.caller.OnBehalfOf;

/** Answers as client-service does when it is asked who is assigned, at a real address. */
public final class ClientServiceDouble implements AutoCloseable {

  public static final ClientServiceDouble SHARED = new ClientServiceDouble();

  private final HttpServer server;
  private final Set<String> assigned = ConcurrentHashMap.newKeySet();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile String askedFor = "";
  private volatile String askedAs = "";
  private volatile boolean failing;

  private ClientServiceDouble() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/internal/assignments/", this::answer);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void assign(UUID client) {
    assigned.add(client.toString());
  }

  void fail() {
    failing = true;
  }

  void reset() {
    assigned.clear();
    failing = false;
    asked.set(0);
  }

  int asked() {
    return asked.get();
  }

  String askedFor() {
    return askedFor;
  }

  String askedAs() {
    return askedAs;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.incrementAndGet();
      var headers = exchange.getRequestHeaders();
      askedFor =
          headers.getFirst(OnBehalfOf.SUBJECT_HEADER)
              + " "
              + headers.getFirst(OnBehalfOf.AGENCY_HEADER);
      askedAs = exchange.getRequestURI().getQuery();
      var path = exchange.getRequestURI().getPath();
      var client = path.substring(path.lastIndexOf('/') + 1);
      var status = status(headers.getFirst("Authorization"), client);
      var body = "{\"relation\":\"primary\",\"clientId\":\"%s\"}".formatted(client).getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, status == 200 ? body.length : -1);
      if (status == 200) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private int status(String authorization, String client) {
    if (failing) {
      return 500;
    }
    return isForClientService(authorization) ? assigned.contains(client) ? 200 : 404 : 401;
  }

  private static boolean isForClientService(String authorization) {
    try {
      var claims = SignedJWT.parse(authorization.substring("Bearer ".length())).getJWTClaimsSet();
      return claims.getAudience().equals(List.of("client-service"))
          && claims.getClaim("realm_access").toString().contains("svc_");
    } catch (ParseException e) {
      return false;
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
