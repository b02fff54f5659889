package org.handrail.platform.probe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.handrail.platform.fixtures.HandrailIT;

/** A test of the platform inside the probe; one shape of context for all. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@HandrailIT(
    classes = ProbeApplication.class,
    properties = {
      "spring.application.name=probe-service",
      "spring.flyway.locations=classpath:db/platform,classpath:db/probe",
      "handrail.http.public-paths=/public/**",
      "handrail.assignments.enabled=true",
      "handrail.deadlines.sweep=1h",
      "handrail.assignments.address=#{T(org.handrail.platform.probe.ClientServiceDouble).SHARED.address()}",
      "handrail.http.body-limits.[/api/large/**]=3MB"
    })
public @interface PlatformIT {}
