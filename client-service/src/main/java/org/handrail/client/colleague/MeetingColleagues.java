package org.handrail.client.colleague;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.handrail.client.access.KeptAlready;
import org.handrail.client.colleague.Colleagues.Colleague;
import org.handrail.platform.caller.CurrentCaller;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.scope.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Takes down who works for an agency, once a day for each of them. Of clients, nothing: they do not
 * work here.
 */
@Component
class MeetingColleagues implements HandlerInterceptor {
  private static final int NAME_AT_MOST = 200;

  private final Colleagues colleagues;
  private final Transactions transactions;
  private final Clock clock;
  private final KeptAlready<LocalDate, Colleague> met = new KeptAlready<>(LocalDate.EPOCH);

  MeetingColleagues(Colleagues colleagues, Transactions transactions, Clock clock) {
    this.colleagues = colleagues;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Configuration(proxyBeanMethods = false)
  static class Everywhere {
    @Bean
    WebMvcConfigurer colleaguesAreMet(MeetingColleagues meeting) {
      return new WebMvcConfigurer() {
        @Override
        public void addInterceptors(InterceptorRegistry registry) {
          registry.addInterceptor(meeting).addPathPatterns("/api/**");
        }
      };
    }
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (CurrentCaller.get() instanceof Person person && works(person)) {
      meet(person, CurrentCaller.name().orElse(person.subject().value()));
    }
    return true;
  }

  private void meet(Person person, String name) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var colleague =
        new Colleague(
            person.agency(),
            person.subject(),
            name.length() > NAME_AT_MOST ? name.substring(0, NAME_AT_MOST) : name,
            person.is(Role.PEER_SPECIALIST) || person.is(Role.SUPERVISOR));
    if (!met.has(today, colleague)) {
      transactions.run(() -> colleagues.keep(colleague, today));
      met.add(today, colleague);
    }
  }

  private static boolean works(Person person) {
    return person.roles().stream().anyMatch(role -> role != Role.CLIENT);
  }
}
