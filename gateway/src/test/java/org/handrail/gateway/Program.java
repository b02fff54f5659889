package org.handrail.gateway;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;

/** A program that comes with a bearer token. */
record Program(Edge edge, String token) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  HttpRequest.Builder asking(String path) {
    return HttpRequest.newBuilder(edge.at(path)).header("Authorization", "Bearer " + token);
  }

  HttpResponse<String> get(String path) {
    return send(asking(path));
  }

  HttpResponse<String> post(String path, BodyPublisher body) {
    return send(asking(path).header("Content-Type", "application/json").POST(body));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  static <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
    try {
      return HTTP.send(request.build(), body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
