package org.handrail.analytics;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** De-identifies what the services tell each other, and counts it for the coalition. */
@SpringBootApplication
public class AnalyticsServiceApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(AnalyticsServiceApplication.class, arguments);
  }
}
