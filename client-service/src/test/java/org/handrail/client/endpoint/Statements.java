package org.handrail.client.endpoint;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.handrail.platform.fixtures.Answer;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a service asks its database while it answers one request after the other. */
final class Statements extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final String OF_REQUESTS = "tomcat-handler";

  // Kept of whoever calls, once, whatever they ask for.
  private static final List<String> OF_THE_CALLER =
      List.of("into colleague ", "into client_sign_in ", "into denied_attempt ");

  private final Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
  private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();

  /** An answer, and the statements that it took, in their order. */
  record Heard(Answer answer, List<String> statements) {}

  static Statements listening() {
    var statements = new Statements();
    statements.start();
    statements.log.setLevel(Level.DEBUG);
    statements.log.setAdditive(false);
    statements.log.addAppender(statements);
    return statements;
  }

  Heard during(Supplier<Answer> request) {
    heard.clear();
    return new Heard(request.get(), List.copyOf(heard));
  }

  @Override
  protected void append(ILoggingEvent event) {
    var message = event.getFormattedMessage();
    if (event.getThreadName().startsWith(OF_REQUESTS)
        && message.contains("[")
        && OF_THE_CALLER.stream().noneMatch(message::contains)) {
      heard.add(message);
    }
  }

  @Override
  public void close() {
    log.detachAppender(this);
    log.setAdditive(true);
    log.setLevel(null);
    stop();
  }
}
