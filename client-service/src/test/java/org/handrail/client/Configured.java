package org.handrail.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/** The service's versioned lists, as it would read them itself. */
public final class Configured {
  private Configured() {}

  public static <T> T as(Class<T> type, String prefix, String file) {
    var sources = new MutablePropertySources();
    try {
      new YamlPropertySourceLoader()
          .load(file, new ClassPathResource(file))
          .forEach(sources::addLast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Binder(ConfigurationPropertySources.from(sources)).bind(prefix, type).get();
  }
}
