package org.handrail.platform.http;

import java.util.List;
import java.util.Map;
import org.handrail.platform.problem.BodyJson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How requests are read. */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
class HttpAutoConfiguration {

  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    return StrictJson::apply;
  }

  // What others have sent before is read as it was kept: only bodies are judged by it.
  @Bean
  BodyJson bodyJson(JsonMapper json) {
    return new BodyJson(
        json.rebuild()
            .addModule(
                new SimpleModule("readable-text")
                    .addDeserializer(String.class, new ReadableText())
                    .addKeyDeserializer(String.class, ReadableText.names()))
            .build());
  }

  @Bean
  ServerHttpMessageConvertersCustomizer readsBodies(BodyJson bodies) {
    return converters ->
        converters.configureMessageConvertersList(
            list ->
                list.replaceAll(
                    converter ->
                        converter instanceof JacksonJsonHttpMessageConverter
                            ? new JacksonJsonHttpMessageConverter(bodies.mapper())
                            : converter));
  }

  @Bean
  FilterRegistrationBean<BodyFilter> bodies(Environment environment) {
    var binder = Binder.get(environment);
    var limit =
        binder.bind("handrail.http.body-limit", DataSize.class).orElse(DataSize.ofMegabytes(1));
    var limits =
        binder
            .bind("handrail.http.body-limits", Bindable.mapOf(String.class, DataSize.class))
            .orElseGet(Map::of);
    var registration = new FilterRegistrationBean<>(new BodyFilter(limit, limits));
    registration.setOrder(Ordered.LOWEST_PRECEDENCE);
    return registration;
  }

  @Bean
  FilterRegistrationBean<WholeAnswers> wholeAnswers() {
    return new FilterRegistrationBean<>(new WholeAnswers());
  }

  @Bean
  WebMvcConfigurer codesAsParameters() {
    return new WebMvcConfigurer() {
      @Override
      public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new CodesToEnums());
      }
    };
  }

  @Bean
  TimesInAddresses timesInAddresses() {
    return new TimesInAddresses();
  }

  @Bean
  UnknownParameters unknownParameters() {
    return new UnknownParameters();
  }

  // After the roles are checked: who may not ask learns nothing of how to.
  @Bean
  WebMvcConfigurer refusesUnknownParameters(UnknownParameters unknown) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(unknown).order(Ordered.LOWEST_PRECEDENCE);
      }
    };
  }

  @Bean
  HandlerRules handlerRules(
      ObjectProvider<RequestMappingHandlerMapping> mappings, List<HandlerRule> rules) {
    return new HandlerRules(mappings.stream().toList(), rules);
  }
}
