package org.handrail.platform.scope;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The agency, and perhaps the person, in whose name the current thread touches the database.
 *
 * <p>Requests get theirs from the token, consumers from the event. Every transaction tells
 * PostgreSQL ({@code handrail.agency}, {@code handrail.subject}), whose row-level security shows
 * nothing when there is none.
 */
public record AgencyScope(AgencyId agency, @Nullable SubjectId subject) {

  private static final ScopedValue<AgencyScope> CURRENT = ScopedValue.newInstance();

  public static AgencyScope as(AgencyId agency) {
    return new AgencyScope(agency, null);
  }

  public static AgencyScope as(AgencyId agency, SubjectId subject) {
    return new AgencyScope(agency, subject);
  }

  public static AgencyScope as(Person person) {
    return as(person.agency(), person.subject());
  }

  public static AgencyScope as(OnBehalfOf onBehalfOf) {
    return as(onBehalfOf.agency(), onBehalfOf.subject());
  }

  public static Optional<AgencyScope> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /**
   * Runs it as this agency.
   *
   * @throws IllegalStateException inside a transaction, which belongs to one agency from its begin
   */
  public <T extends @Nullable Object> T call(Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()
        && !Optional.of(this).equals(current())) {
      throw new IllegalStateException("the open transaction belongs to another scope");
    }
    return ScopedValue.where(CURRENT, this).<T, RuntimeException>call(work::get);
  }

  /** As {@link #call}, without a result. */
  public void run(Runnable work) {
    this.<@Nullable Object>call(
        () -> {
          work.run();
          return null;
        });
  }

  /** Work of a request, with the exceptions that servlets may throw. */
  @FunctionalInterface
  public interface Filtered {
    void run() throws ServletException, IOException;
  }

  /** As {@link #run}, for filters. */
  public void filter(Filtered work) throws ServletException, IOException {
    try {
      ScopedValue.where(CURRENT, this)
          .call(
              () -> {
                work.run();
                return true;
              });
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }
}
