package org.handrail.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A small realm that speaks OpenID Connect for real: keys, authorization code with PKCE, refresh.
 * Whoever comes is signed in as the person whom the hint names.
 */
final class Realm implements AutoCloseable {

  static final String CLIENT = "handrail-web";
  static final String SECRET = "secret-of-the-edge";

  private static final String PATH = "/realms/handrail";
  private static final String PROTOCOL = PATH + "/protocol/openid-connect/";

  private record Grant(String person, String challenge, String nonce) {}

  private final RSAKey key = newKey();
  private final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
  private final AtomicInteger refreshes = new AtomicInteger();
  private final int port;
  private volatile HttpServer server;
  private volatile Duration life = Duration.ofMinutes(5);

  Realm() {
    server = listen(0);
    port = server.getAddress().getPort();
  }

  static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpServer listen(int wanted) {
    try {
      var listening =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
      listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      listening.createContext(PROTOCOL + "auth", this::authorize);
      listening.createContext(PROTOCOL + "token", this::token);
      listening.createContext(
          PROTOCOL + "certs",
          exchange -> answer(exchange, 200, new JWKSet(key).toPublicJWKSet().toString()));
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nothing answers at its address until it is back. */
  void away() {
    server.stop(0);
  }

  void back() {
    server = listen(port);
  }

  /** Access tokens issued from now on live so long. */
  void issueFor(Duration life) {
    this.life = life;
  }

  /** No refresh token of before is honoured. */
  void endSignIns() {
    refreshTokens.clear();
  }

  int refreshes() {
    return refreshes.get();
  }

  String issuer() {
    return "http://localhost:" + port + PATH;
  }

  String[] properties() {
    return new String[] {
      "--handrail.identity.issuer=" + issuer(), "--handrail.identity.client-secret=" + SECRET
    };
  }

  /** An access token of a person, a peer specialist of Riverbend, with something changed. */
  String accessToken(String person, Consumer<JWTClaimsSet.Builder> change) {
    return sign(key, accessClaims(person, change));
  }

  String accessToken(String person) {
    return accessToken(person, _ -> {});
  }

  JWTClaimsSet accessClaims(String person, Consumer<JWTClaimsSet.Builder> change) {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .subject(subject(person))
            .audience("handrail")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(life)))
            .claim("name", person + " of Riverbend")
            .claim("organization", Map.of("riverbend", Map.of()))
            .claim("realm_access", Map.of("roles", List.of("peer_specialist")));
    change.accept(claims);
    return claims.build();
  }

  static String subject(String person) {
    return UUID.nameUUIDFromBytes(person.getBytes(UTF_8)).toString();
  }

  static String sign(RSAKey key, JWTClaimsSet claims) {
    try {
      var jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void authorize(HttpExchange exchange) throws IOException {
    var asked = form(exchange.getRequestURI().getRawQuery());
    if (!"S256".equals(asked.get("code_challenge_method"))) {
      answer(exchange, 400, "{\"error\":\"invalid_request\"}");
      return;
    }
    var code = UUID.randomUUID().toString();
    codes.put(
        code,
        new Grant(
            asked.getOrDefault("login_hint", "maya"),
            asked.getOrDefault("code_challenge", ""),
            asked.getOrDefault("nonce", "")));
    var back =
        asked.get("redirect_uri")
            + "?code="
            + code
            + "&state="
            + encode(asked.getOrDefault("state", ""));
    exchange.getResponseHeaders().set("Location", back);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    var asked = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    var basic =
        "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
    if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401, "{\"error\":\"invalid_client\"}");
    } else if ("refresh_token".equals(asked.get("grant_type"))) {
      refresh(exchange, asked);
    } else {
      exchangeCode(exchange, asked);
    }
  }

  private void refresh(HttpExchange exchange, Map<String, String> asked) throws IOException {
    refreshes.incrementAndGet();
    var person = refreshTokens.get(asked.getOrDefault("refresh_token", ""));
    if (person == null) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
    } else {
      answer(exchange, 200, tokens(person, ""));
    }
  }

  private void exchangeCode(HttpExchange exchange, Map<String, String> asked) throws IOException {
    var grant = codes.remove(asked.getOrDefault("code", ""));
    if (grant == null
        || !grant.challenge().equals(challenge(asked.getOrDefault("code_verifier", "")))) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
    } else {
      answer(exchange, 200, tokens(grant.person(), grant.nonce()));
    }
  }

  private String tokens(String person, String nonce) {
    var refresh = UUID.randomUUID().toString();
    refreshTokens.put(refresh, person);
    var id =
        sign(
            key,
            accessClaims(
                person,
                claims ->
                    claims
                        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                        .audience(CLIENT)
                        .claim("nonce", nonce)
                        .claim("azp", CLIENT)));
    return """
    {"access_token": "%s", "refresh_token": "%s", "id_token": "%s", "token_type": "Bearer", "expires_in": %d}\
    """
        .formatted(accessToken(person), refresh, id, life.toSeconds());
  }

  private static String challenge(String verifier) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> form(String encoded) {
    return Arrays.stream(encoded.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    var bytes = json.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  URI keys() {
    return URI.create(issuer() + "/protocol/openid-connect/certs");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
