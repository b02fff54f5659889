package org.handrail.analytics.deidentification;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.handrail.platform.messaging.MessagingAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * The de-identification as a process of its own. With an argument it is gone, as after a power cut,
 * when so many events of its first batch have reached the broker and the rest have not.
 */
final class ServiceThatDies {

  static final int POWER_CUT = 77;

  private ServiceThatDies() {}

  public static void main(String[] arguments) {
    Thread.ofPlatform().daemon().start(ServiceThatDies::endWithWhoStartedIt);
    var service = new SpringApplication(WithoutItsDatabaseAndAddress.class);
    service.setWebApplicationType(WebApplicationType.NONE);
    if (arguments.length > 0) {
      System.setProperty("dies.after", arguments[0]);
      service.addPrimarySources(List.of(Death.class));
    }
    service.run();
  }

  /** What de-identifies, which needs nothing but Kafka. */
  @Import({MessagingAutoConfiguration.class, DeidentificationConfiguration.class})
  static class WithoutItsDatabaseAndAddress {

    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }
  }

  private static void endWithWhoStartedIt() {
    try {
      while (System.in.read() >= 0) {
        // Nobody says anything: the end is what counts.
      }
    } catch (IOException e) {
      // As good as the end.
    }
    Runtime.getRuntime().halt(1);
  }

  /** Not found by scanning: only who is to die gets it. */
  static class Death {

    @Bean
    @Primary
    FreshIds idsUntilDeath() {
      var topic = new Topic(System.getenv("HANDRAIL_KAFKA"), Deidentification.TO);
      var last = Integer.getInteger("dies.after");
      var given = new AtomicInteger();
      return () -> {
        if (given.getAndIncrement() == last) {
          Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> topic.written() >= last);
          Runtime.getRuntime().halt(POWER_CUT);
        }
        return UUID.randomUUID();
      };
    }
  }
}
