package org.handrail.client.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How the client may be reached. Every channel is off until the client says so (V5).
 *
 * @param times when, in the client's words
 * @param ways what the client says of each way apart; it never leaves the agency
 */
public record Contact(
    @Pattern(regexp = "\\+?[0-9 ()./-]{3,32}") @Nullable String phone,
    @Email @Size(max = 254) @Nullable String email,
    @Nullable Boolean call,
    @Nullable Boolean text,
    @Nullable Boolean leaveMessage,
    @Nullable Boolean sendEmail,
    @Size(max = 200) @Nullable String times,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Valid @Nullable Ways ways) {

  public static final Contact NONE =
      new Contact(null, null, false, false, false, false, null, Ways.OFF);

  /** The ways to somebody, each by itself. */
  public record Ways(
      @Valid @Nullable Way call, @Valid @Nullable Way text, @Valid @Nullable Way email) {
    static final Ways OFF = new Ways(Way.OFF, Way.OFF, Way.OFF);
  }

  /**
   * One way to somebody.
   *
   * @param leaveMessage whether it is safe to leave a message there
   * @param times when, in the client's words
   * @param shared whether others answer or read it too
   * @param codeWord by which the client knows who it is
   * @param nameToUse by which to ask for the client there
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Way(
      @Nullable Boolean allowed,
      @Nullable Boolean leaveMessage,
      @Size(max = 200) @Nullable String times,
      @Nullable Boolean shared,
      @Size(max = 60) @Nullable String codeWord,
      @Size(max = 200) @Nullable String nameToUse) {
    static final Way OFF = new Way(false, false, null, false, null, null);
  }

  /** With what was not said turned off, and the same said in both places. */
  public Contact offUnlessSaid() {
    var said = ways == null ? new Ways(null, null, null) : ways;
    var calls = settled(said.call(), call, leaveMessage, "call");
    var texts = settled(said.text(), text, null, "text");
    var mails = settled(said.email(), sendEmail, null, "email");
    return new Contact(
        phone,
        email,
        calls.allowed(),
        texts.allowed(),
        calls.leaveMessage(),
        mails.allowed(),
        times,
        new Ways(calls, texts, mails));
  }

  /** Only what may be used: a number that nobody may call or text helps nobody (P2-MIN-1). */
  public Contact usable() {
    var byPhone = on(call) || on(text);
    return new Contact(
        byPhone ? phone : null,
        on(sendEmail) ? email : null,
        on(call),
        on(text),
        on(leaveMessage),
        on(sendEmail),
        times,
        null);
  }

  /** Without what the client said of it in words of their own, which may tell anything. */
  public Contact withoutTimes() {
    return new Contact(phone, email, call, text, leaveMessage, sendEmail, null, ways);
  }

  /**
   * Without all that the client said of it and of each way in words, by which they can be known.
   */
  Contact withoutWords() {
    return new Contact(
        phone,
        email,
        call,
        text,
        leaveMessage,
        sendEmail,
        null,
        new Ways(
            withoutWords(said().call()),
            withoutWords(said().text()),
            withoutWords(said().email())));
  }

  private static @Nullable Way withoutWords(@Nullable Way way) {
    return way == null
        ? null
        : new Way(way.allowed(), way.leaveMessage(), null, way.shared(), null, null);
  }

  /**
   * Only the ways that both cards leave open, with the warnings of both; the numbers stay this
   * card's.
   */
  Contact narrowedBy(Contact other) {
    return new Contact(
        phone,
        email,
        on(call) && on(other.call),
        on(text) && on(other.text),
        on(leaveMessage) && on(other.leaveMessage),
        on(sendEmail) && on(other.sendEmail),
        both(times, other.times),
        new Ways(
            narrowed(said().call(), other.said().call()),
            narrowed(said().text(), other.said().text()),
            narrowed(said().email(), other.said().email())));
  }

  private Ways said() {
    return ways == null ? Ways.OFF : ways;
  }

  private static Way narrowed(@Nullable Way one, @Nullable Way other) {
    if (one == null || other == null) {
      return Way.OFF;
    }
    return new Way(
        on(one.allowed()) && on(other.allowed()),
        on(one.leaveMessage()) && on(other.leaveMessage()),
        both(one.times(), other.times()),
        on(one.shared()) || on(other.shared()),
        one.codeWord() == null ? other.codeWord() : one.codeWord(),
        one.nameToUse() == null ? other.nameToUse() : one.nameToUse());
  }

  private static @Nullable String both(@Nullable String one, @Nullable String other) {
    if (one == null || other == null || one.equals(other)) {
      return one == null ? other : one;
    }
    return one + "; " + other;
  }

  private static Way settled(
      @Nullable Way way, @Nullable Boolean allowed, @Nullable Boolean leaveMessage, String name) {
    var said = way == null ? new Way(null, null, null, null, null, null) : way;
    return new Way(
        same(said.allowed(), allowed, name + "/allowed"),
        same(said.leaveMessage(), leaveMessage, name + "/leaveMessage"),
        said.times(),
        on(said.shared()),
        said.codeWord(),
        said.nameToUse());
  }

  private static boolean same(@Nullable Boolean one, @Nullable Boolean other, String where) {
    if (one != null && other != null && !one.equals(other)) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error("/contact/ways/" + where, "contradictory", "It is said otherwise above."));
    }
    return on(one) || on(other);
  }

  private static boolean on(@Nullable Boolean said) {
    return said != null && said;
  }
}
