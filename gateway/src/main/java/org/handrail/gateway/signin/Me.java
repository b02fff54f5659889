package org.handrail.gateway.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in, read from the same token that the services are shown. */
@RestController
class Me {

  private final AccessTokens tokens;

  Me(AccessTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * The answer.
   *
   * @param agency the organization's alias
   * @param until when the relayed token ends; a session's is refreshed before
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Person(
      String subject, @Nullable String name, String agency, List<String> roles, Instant until) {}

  @GetMapping("/api/me")
  Person me(HttpServletRequest request) {
    return person(claims(tokens.of(request).value()));
  }

  // A bearer's token was verified on the way here; a session's came from the realm itself, so that
  // its word stands while
  // the realm's keys cannot be had.
  private static JWTClaimsSet claims(String token) {
    try {
      return JWTParser.parse(token).getJWTClaimsSet();
    } catch (ParseException e) {
      throw new IllegalStateException("the realm gave a token that is none", e);
    }
  }

  private static Person person(JWTClaimsSet claims) {
    var agencies =
        claims.getClaim("organization") instanceof Map<?, ?> organizations
            ? organizations.keySet().stream().map(String::valueOf).toList()
            : List.<String>of();
    if (agencies.size() != 1) {
      throw Refusal.of(
          agencies.isEmpty() ? Problems.ORGANIZATION_MISSING : Problems.ORGANIZATION_AMBIGUOUS);
    }
    var name = claims.getClaim("name");
    return new Person(
        claims.getSubject(),
        name == null ? null : name.toString(),
        agencies.getFirst(),
        roles(claims),
        claims.getExpirationTime().toInstant());
  }

  private static List<String> roles(JWTClaimsSet claims) {
    return claims.getClaim("realm_access") instanceof Map<?, ?> access
            && access.get("roles") instanceof List<?> roles
        ? roles.stream().map(String::valueOf).sorted().toList()
        : List.of();
  }
}
