package org.handrail.platform.probe;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What surrounds the probe. */
@Configuration(proxyBeanMethods = false)
class ProbeSurroundings {

  @Bean(destroyMethod = "")
  ClientServiceDouble clientService() {
    return ClientServiceDouble.SHARED;
  }
}
