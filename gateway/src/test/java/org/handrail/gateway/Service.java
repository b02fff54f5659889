package org.handrail.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;

/** A service behind the edge, as a real HTTP server that remembers what it was asked. */
final class Service implements AutoCloseable {

  /** What arrived. */
  record Asked(String method, String address, Headers headers, int size, String body) {}

  private static final HttpHandler FINE = exchange -> answer(exchange, 200, "{\"items\":[]}");

  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private final int port;
  private volatile HttpServer server;
  private volatile HttpHandler handler = FINE;

  Service() {
    server = listen(0);
    port = server.getAddress().getPort();
  }

  private HttpServer listen(int wanted) {
    try {
      var listening =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
      listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      listening.createContext("/", this::handle);
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    asked.add(
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders(),
            body.length,
            new String(body, UTF_8)));
    handler.handle(exchange);
  }

  static void answer(HttpExchange exchange, int status, String json) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    var bytes = json.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  void answers(HttpHandler handler) {
    this.handler = handler;
  }

  /** As new: answers 200 and was asked nothing. */
  void reset() {
    handler = FINE;
    asked.clear();
  }

  void away() {
    server.stop(0);
  }

  void back() {
    server = listen(port);
  }

  Asked last() {
    return asked.getLast();
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
