package org.handrail.client;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** People, their agreements and consents, and the one door. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ClientServiceApplication {
  public static void main(String[] args) {
    SpringApplication.run(ClientServiceApplication.class, args);
  }
}
