package org.handrail.client.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The schemes that the service knows ({@code credential/schemes.yaml}). */
@Component
class Schemes {
  private static final String FILE = "credential/schemes.yaml";

  private final File file;

  Schemes() {
    var sources = new MutablePropertySources();
    try {
      new YamlPropertySourceLoader()
          .load(FILE, new ClassPathResource(FILE))
          .forEach(sources::addLast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file =
        new Binder(ConfigurationPropertySources.from(sources))
            .bind("", File.class)
            .orElseThrow(() -> new IllegalStateException("no schemes"));
  }

  record File(
      @DefaultValue Set<String> domains,
      @DefaultValue Set<String> topics,
      @DefaultValue List<Scheme> schemes) {}

  List<Scheme> all() {
    return file.schemes();
  }

  Set<String> domains() {
    return file.domains();
  }

  /** What training is about (R20). */
  Set<String> topics() {
    return file.topics();
  }

  Optional<Scheme> find(String id) {
    return all().stream().filter(scheme -> scheme.id().equals(id)).findFirst();
  }

  /** What the scheme asks for on that day; nothing before its first version. */
  Optional<SchemeVersion> on(String id, LocalDate day) {
    return find(id).stream()
        .flatMap(scheme -> scheme.versions().stream())
        .filter(version -> !version.effectiveFrom().isAfter(day))
        .max(Comparator.comparing(SchemeVersion::effectiveFrom));
  }
}
