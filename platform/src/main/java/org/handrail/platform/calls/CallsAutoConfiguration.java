package org.handrail.platform.calls;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Calls from service to service. */
@AutoConfiguration(after = RestClientAutoConfiguration.class)
public class CallsAutoConfiguration {

  @Bean
  ServiceTokens serviceTokens(
      RestClient.Builder builder,
      JsonMapper json,
      Clock clock,
      @Value("${handrail.token-url}") String tokenUrl,
      @Value("${handrail.service}") String client,
      @Value("${handrail.client-secret}") String secret) {
    var realm = HttpServiceCalls.limited(builder, json).baseUrl(tokenUrl).build();
    return new ServiceTokens(realm, clock, client, secret);
  }

  @Bean
  ServiceCalls serviceCalls(
      ObjectProvider<RestClient.Builder> builders, JsonMapper json, ServiceTokens tokens) {
    return new HttpServiceCalls(builders::getObject, json, tokens);
  }
}
