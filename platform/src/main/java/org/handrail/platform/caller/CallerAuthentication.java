package org.handrail.platform.caller;

import java.util.Objects;
import java.util.Optional;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;

/** A verified token, and who it says is calling; or why that person may not call at all. */
final class CallerAuthentication extends AbstractAuthenticationToken {

  private final transient Jwt token;
  private final transient @Nullable Caller caller;
  private final transient @Nullable ProblemType refusal;

  private CallerAuthentication(Jwt token, @Nullable Caller caller, @Nullable ProblemType refusal) {
    super(AuthorityUtils.NO_AUTHORITIES);
    this.token = token;
    this.caller = caller;
    this.refusal = refusal;
    setAuthenticated(true);
  }

  static CallerAuthentication of(Jwt token, Caller caller) {
    return new CallerAuthentication(token, caller, null);
  }

  static CallerAuthentication refused(Jwt token, ProblemType refusal) {
    return new CallerAuthentication(token, null, refusal);
  }

  /** Throws the refusal when the token is good and its owner may not act. */
  Caller caller() {
    if (caller == null) {
      throw Refusal.of(refusal == null ? Problems.UNAUTHENTICATED : refusal);
    }
    return caller;
  }

  /** By which people know them. */
  Optional<String> name() {
    return Optional.ofNullable(token.getClaimAsString("name")).filter(name -> !name.isBlank());
  }

  @Override
  public Object getCredentials() {
    return token;
  }

  @Override
  public Object getPrincipal() {
    return Objects.requireNonNullElse(token.getSubject(), "nobody");
  }
}
