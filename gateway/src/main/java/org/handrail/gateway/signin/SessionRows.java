package org.handrail.gateway.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** How a session's rows are written: two tabs of one browser may do so at the same time. */
@Configuration(proxyBeanMethods = false)
class SessionRows {

  /** What both of them keep anew is kept once, and neither is refused. */
  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> keptOnce() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }
}
