package org.handrail.plan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Keeps the plans that clients make for themselves. */
@SpringBootApplication
public class PlanServiceApplication {

  public static void main(String[] args) {
    SpringApplication.run(PlanServiceApplication.class, args);
  }
}
