package org.handrail.platform.submission;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.handrail.platform.caller.Person;
import org.jspecify.annotations.Nullable;

/**
 * A request that may be sent again and takes effect once: a parameter of each handler of an unsafe
 * POST, made from {@code Idempotency-Key} (1 to 128 printable ASCII characters, else 400).
 *
 * <p>Existence, key and effect share one transaction. A replay gives the first outcome; the same
 * key with another body or for another resource is refused (422 {@code idempotency-key-reused}),
 * and while the first is still at work 409 {@code idempotency-in-flight}. What is refused leaves no
 * key behind.
 */
public final class Submission {

  /**
   * What came of it.
   *
   * @param id of the resource that was made or changed
   * @param status 201 or 200
   * @param replayed whether it had taken effect before
   */
  public record Outcome(UUID id, int status, boolean replayed) {}

  /** What the caller sent, as far as a repeat must match it. */
  record Sent(Person person, String route, String key, String bodyHash) {}

  private final Submissions submissions;
  private final Sent sent;

  Submission(Submissions submissions, Sent sent) {
    this.submissions = submissions;
    this.sent = sent;
  }

  /**
   * What came of it, if it has taken effect before: for whoever would otherwise ask others first,
   * outside of any transaction, what a replay needs no answer to. Only where the caller is known to
   * see what the request is about, or was told it by the first answer.
   */
  public Optional<Outcome> earlier() {
    return submissions.earlier(sent);
  }

  /** Makes something that hangs on nothing else. */
  public Outcome create(Supplier<UUID> effect) {
    return submissions.<@Nullable Object>once(sent, 201, () -> null, none -> effect.get());
  }

  /**
   * Makes something that belongs to something.
   *
   * @param existing finds it in the caller's scope, or throws {@code NotFound}; asked before the
   *     key, so that a replay tells no stranger anything
   * @param effect gets what was found, checks version and rules, gives the new id
   */
  public <T extends @Nullable Object> Outcome create(
      Supplier<T> existing, Function<T, UUID> effect) {
    return submissions.once(sent, 201, existing, effect);
  }

  /**
   * Of a request about many things: each part takes effect once by itself, whatever becomes of the
   * others, and a repeat of the whole request finds its outcome. The key is the whole request's
   * from here on: with another body it is refused whole, whichever parts that has.
   *
   * @return the part of an id that tells it from the others
   */
  public Function<UUID, Submission> inParts() {
    change(() -> sent, whole -> UUID.randomUUID());
    return id ->
        new Submission(
            submissions,
            new Sent(sent.person(), sent.route(), sent.key() + " " + id, sent.bodyHash()));
  }

  /**
   * As {@link #create(Supplier, Function)}, but changes what exists; the outcome's status is 200.
   */
  public <T extends @Nullable Object> Outcome change(
      Supplier<T> existing, Function<T, UUID> effect) {
    return submissions.once(sent, 200, existing, effect);
  }
}
