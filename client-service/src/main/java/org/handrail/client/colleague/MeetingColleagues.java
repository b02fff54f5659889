package org.handrail.client.colleague;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.BiConsumer;
import org.handrail.client.access.KeptAlready;
import org.handrail.client.colleague.ClientSignIns.SignIn;
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
 * Takes down who works for an agency, once a day for each of them. Of clients, only by which
 * sign-in they came.
 */
@Component
class MeetingColleagues implements HandlerInterceptor {
  private static final int NAME_AT_MOST = 200;

  private final Colleagues colleagues;
  private final ClientSignIns clients;
  private final Transactions transactions;
  private final Clock clock;
  private final KeptAlready<LocalDate, Record> met = new KeptAlready<>(LocalDate.EPOCH);

  MeetingColleagues(
      Colleagues colleagues, ClientSignIns clients, Transactions transactions, Clock clock) {
    this.colleagues = colleagues;
    this.clients = clients;
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
    if (CurrentCaller.get() instanceof Person person) {
      if (person.works()) {
        once(
            colleague(person, CurrentCaller.name().orElse(person.subject().value())),
            colleagues::keep);
      }
      if (person.is(Role.CLIENT)) {
        once(new SignIn(person.agency(), person.subject()), clients::keep);
      }
    }
    return true;
  }

  private <T extends Record> void once(T who, BiConsumer<T, LocalDate> keep) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!met.has(today, who)) {
      transactions.run(() -> keep.accept(who, today));
      met.add(today, who);
    }
  }

  private static Colleague colleague(Person person, String name) {
    return new Colleague(
        person.agency(),
        person.subject(),
        name.length() > NAME_AT_MOST ? name.substring(0, NAME_AT_MOST) : name,
        person.is(Role.PEER_SPECIALIST) || person.is(Role.SUPERVISOR));
  }
}
