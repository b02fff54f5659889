package org.handrail.client.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the door with as little work as can be: whatever the caller takes of the machine is taken
 * from what is measured.
 */
final class Caller {
  private static final JsonMapper JSON = new JsonMapper();

  static {
    // As many connections as a bench has callers, and not five.
    System.setProperty("http.maxConnections", "64");
  }

  private final URI address;
  private final String token;

  Caller(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  static byte[] written(Object body) {
    return JSON.writeValueAsBytes(body);
  }

  /** The body of an answer that says yes. */
  String post(byte[] body) throws IOException {
    var call = (HttpURLConnection) address.toURL().openConnection();
    call.setRequestMethod("POST");
    call.setDoOutput(true);
    call.setFixedLengthStreamingMode(body.length);
    call.setRequestProperty("Authorization", "Bearer " + token);
    call.setRequestProperty("Content-Type", "application/json");
    call.setRequestProperty("Idempotency-Key", UUID.randomUUID().toString());
    try (var out = call.getOutputStream()) {
      out.write(body);
    }
    try (var answer = call.getInputStream()) {
      return new String(answer.readAllBytes(), UTF_8);
    }
  }
}
