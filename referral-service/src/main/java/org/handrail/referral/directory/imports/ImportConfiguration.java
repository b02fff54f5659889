package org.handrail.referral.directory.imports;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How files come in. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Bean
  WebMvcConfigurer filesOneByOne() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        // After the roles are checked: who may not send a file takes nobody's turn.
        registry
            .addInterceptor(new OneFileAtATime(PATIENCE))
            .addPathPatterns("/api/directory/imports", "/api/meetings/imports")
            .order(Ordered.LOWEST_PRECEDENCE);
      }
    };
  }
}
