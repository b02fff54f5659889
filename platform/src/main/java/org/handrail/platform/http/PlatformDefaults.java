package org.handrail.platform.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * What all services have in common ({@code handrail-platform.yaml}), behind everything that a
 * service says itself.
 */
public final class PlatformDefaults implements EnvironmentPostProcessor, Ordered {

  private static final String FILE = "handrail-platform.yaml";

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    var service = environment.getProperty("spring.application.name");
    if (service == null) {
      return;
    }
    Map<String, Object> named = new HashMap<>();
    named.put("handrail.service", service);
    named.put("handrail.database", service.replaceFirst("-service$", ""));
    environment.getPropertySources().addLast(new MapPropertySource("handrail-names", named));
    try {
      new YamlPropertySourceLoader()
          .load(FILE, new ClassPathResource(FILE))
          .forEach(environment.getPropertySources()::addLast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
