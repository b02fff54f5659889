package org.handrail.platform.caller;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.handrail.platform.problem.Problems;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads who is calling from a token whose signature, issuer, audience and time are verified. */
final class TokenReading implements Converter<Jwt, CallerAuthentication> {

  /** The audience of people's tokens. */
  static final String PEOPLE = "handrail";

  private final String service;

  /** The one for a service of that name, which is the audience of other services' tokens. */
  TokenReading(String service) {
    this.service = service;
  }

  @Override
  public CallerAuthentication convert(Jwt token) {
    var roles = roles(token);
    var audience = Objects.requireNonNullElse(token.getAudience(), List.<String>of());
    return audience.contains(service)
        ? CallerAuthentication.of(token, service(token, roles))
        : person(token, roles);
  }

  // A person's role means nothing in a service's hand, nor the other way round.
  private static ServiceCaller service(Jwt token, Set<Role> roles) {
    var client = Objects.requireNonNullElseGet(token.getClaimAsString("azp"), () -> subject(token));
    return new ServiceCaller(client, only(roles, true));
  }

  private static CallerAuthentication person(Jwt token, Set<Role> roles) {
    var agencies = agencies(token);
    if (agencies.size() != 1) {
      return CallerAuthentication.refused(
          token,
          agencies.isEmpty() ? Problems.ORGANIZATION_MISSING : Problems.ORGANIZATION_AMBIGUOUS);
    }
    return CallerAuthentication.of(
        token,
        new Person(
            new SubjectId(subject(token)),
            new AgencyId(agencies.iterator().next()),
            only(roles, false)));
  }

  private static String subject(Jwt token) {
    return Objects.requireNonNull(token.getSubject(), "verified to be there");
  }

  private static Set<String> agencies(Jwt token) {
    return token.getClaim("organization") instanceof Map<?, ?> organizations
        ? organizations.keySet().stream().map(String::valueOf).collect(toUnmodifiableSet())
        : Set.of();
  }

  private static Set<Role> roles(Jwt token) {
    return token.getClaim("realm_access") instanceof Map<?, ?> access
            && access.get("roles") instanceof List<?> codes
        ? codes.stream()
            .map(String::valueOf)
            .flatMap(code -> Role.of(code).stream())
            .collect(toUnmodifiableSet())
        : Set.of();
  }

  private static Set<Role> only(Set<Role> roles, boolean ofService) {
    return roles.stream()
        .filter(role -> role.ofService() == ofService)
        .collect(toUnmodifiableSet());
  }
}
