package org.handrail.referral.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** Of those of these services that can be found. */
  public Map<UUID, ServiceFacts> facts(Collection<UUID> serviceIds) {
    Map<UUID, WhomItTakes> takes = directory.taking(serviceIds);
    return directory.show(serviceIds).stream()
        .filter(service -> takes.containsKey(service.id()))
        .collect(
            Collectors.toMap(
                ServiceView::id,
                service ->
                    new ServiceFacts(
                        Objects.requireNonNull(takes.get(service.id())),
                        languages(service),
                        confirmedLately(service))));
  }

  private static List<String> languages(ServiceView service) {
    return service.languages().stream()
        .flatMap(
            language ->
                Stream.ofNullable(language.code() == null ? language.name() : language.code()))
        .toList();
  }

  private static Fit confirmedLately(ServiceView service) {
    if (service.assuredDate() == null) {
      return Fit.UNKNOWN;
    }
    return service.assured() == ServiceView.Assured.CONFIRMED ? Fit.YES : Fit.NO;
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
