package org.handrail.referral.directory;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the directory says of one service, as other features hand it on. */
@Component
public class ServicePages {
  private final JdbcDirectory directory;

  ServicePages(JdbcDirectory directory) {
    this.directory = directory;
  }

  public Optional<ServiceFacts> facts(UUID serviceId) {
    return directory
        .show(serviceId)
        .map(
            service ->
                new ServiceFacts(
                    service.eligibility().minimumAge(),
                    service.eligibility().maximumAge(),
                    service.languages().stream()
                        .map(ServiceView.Language::code)
                        .flatMap(Stream::ofNullable)
                        .toList(),
                    service.assuredDate()));
  }

  public Optional<ContactSheet> sheet(UUID serviceId) {
    return directory
        .show(serviceId)
        .map(
            service ->
                new ContactSheet(
                    service.id(),
                    service.name(),
                    service.organization().name(),
                    place(service.location()),
                    service.phones().stream().map(ServicePages::phone).toList(),
                    service.applicationProcess(),
                    service.fees(),
                    service.url()));
  }

  private static @Nullable String place(ServiceView.@Nullable Location location) {
    if (location == null) {
      return null;
    }
    return Stream.of(location.name(), location.city(), location.state())
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  private static String phone(ServiceView.Phone phone) {
    String extension = phone.extension() == null ? "" : " ext. " + phone.extension();
    String what = phone.description() == null ? "" : " (" + phone.description() + ")";
    return phone.number() + extension + what;
  }
}
