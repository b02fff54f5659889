package org.handrail.platform.description;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import org.handrail.platform.caller.Caller;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.ServiceCaller;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.IfMatch;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.Authentication;
import tools.jackson.databind.JsonNode;

/** OpenAPI of services that have springdoc. */
@AutoConfiguration
@ConditionalOnClass(GlobalOperationCustomizer.class)
class DescriptionAutoConfiguration {

  DescriptionAutoConfiguration() {
    // What handlers get from the token, the key and If-Match is no parameter of a query.
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(
            Caller.class,
            Person.class,
            ServiceCaller.class,
            OnBehalfOf.class,
            Submission.class,
            Authentication.class)
        .addAnnotationsToIgnore(IfMatch.class)
        .replaceWithClass(JsonNode.class, Object.class);
  }

  @Bean
  @ConditionalOnMissingBean
  OpenAPI description(@Value("${handrail.service}") String service) {
    return Description.of(service);
  }

  @Bean
  ModelResolver bodiesAsWritten(ObjectMapperProvider describing) {
    return new BodiesAsWritten(describing.jsonMapper()).openapi31(describing.isOpenapi31());
  }

  @Bean
  LinesOfTexts linesOfTexts() {
    return new LinesOfTexts();
  }

  @Bean
  GlobalOperationCustomizer completeOperations() {
    return Description::complete;
  }
}
