package org.handrail.referral;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts referral-service. */
@ConfigurationPropertiesScan
@EnableScheduling
@SpringBootApplication
public class ReferralServiceApplication {
  public static void main(String[] args) {
    SpringApplication.run(ReferralServiceApplication.class, args);
  }
}
