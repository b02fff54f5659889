package org.handrail.client.practice;

import org.handrail.platform.caller.CurrentCaller;
import org.handrail.platform.caller.Role;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/**
 * Refuses, wherever a specialist sends it, a field that is not a peer's to fill, and says so. A
 * form that has a field of that name takes it as any other: there somebody else documented it.
 */
@Configuration(proxyBeanMethods = false)
class KeepingToScope {

  @Bean
  JsonMapperBuilderCustomizer refusesWhatIsOutOfScope(ScopeOfPractice scope) {
    return json -> json.addHandler(new Fields(scope));
  }

  private static final class Fields extends DeserializationProblemHandler {
    private final ScopeOfPractice scope;

    Fields(ScopeOfPractice scope) {
      this.scope = scope;
    }

    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        ValueDeserializer<?> deserializer,
        Object beanOrClass,
        String field) {
      if (isPeer()) {
        scope
            .kind(field)
            .ifPresent(
                kind -> {
                  throw ScopeOfPractice.refusal(pointer(parser, field), kind);
                });
      }
      return false;
    }

    // What was set aside until the rest is read stands, as a list or an object, inside of its value
    // already, whatever that place is called.
    private static String pointer(JsonParser parser, String field) {
      var around = parser.streamReadContext().pathAsPointer().head();
      if (around != null && parser.currentToken().isStructStart()) {
        around = around.head();
      }
      return (around == null ? JsonPointer.empty() : around).appendProperty(field).toString();
    }

    // Not every text is read for a request.
    private static boolean isPeer() {
      return CurrentCaller.personIfAny().filter(it -> it.is(Role.PEER_SPECIALIST)).isPresent();
    }
  }
}
