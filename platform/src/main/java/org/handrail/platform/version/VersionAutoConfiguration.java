package org.handrail.platform.version;

import java.util.List;
import org.handrail.platform.http.HandlerRule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Versions in requests. */
@AutoConfiguration
class VersionAutoConfiguration {

  @Bean
  WebMvcConfigurer versionParameters() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new IfMatchParameters());
      }
    };
  }

  @Bean
  HandlerRule versionsComeLast() {
    return new VersionsComeLast();
  }
}
