package org.handrail.gateway;

import org.handrail.platform.problem.ProblemAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Takes of platform what the edge shares with the services: how a refusal looks. The rest (callers
 * by token alone, row security, outbox, inbox) assumes a service with an agency's data.
 */
final class OnlyProblemsOfPlatform implements AutoConfigurationImportFilter {
  @Override
  public boolean[] match(
      @Nullable String[] autoConfigurations, AutoConfigurationMetadata autoConfigurationMetadata) {
    var taken = new boolean[autoConfigurations.length];
    for (int i = 0; i < taken.length; i++) {
      var name = autoConfigurations[i];
      taken[i] =
          name == null
              || !name.startsWith("org.handrail.platform.")
              || name.equals(ProblemAutoConfiguration.class.getName());
    }
    return taken;
  }
}
