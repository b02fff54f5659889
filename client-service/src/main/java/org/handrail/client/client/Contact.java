package org.handrail.client.client;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How the client may be reached. Every channel is off until the client says so.
 *
 * @param times when, in the client's words
 */
public record Contact(
    @Pattern(regexp = "\\+?[0-9 ()./-]{3,32}") @Nullable String phone,
    @Email @Size(max = 254) @Nullable String email,
    @Nullable Boolean call,
    @Nullable Boolean text,
    @Nullable Boolean leaveMessage,
    @Nullable Boolean sendEmail,
    @Size(max = 200) @Nullable String times) {

  public static final Contact NONE = new Contact(null, null, false, false, false, false, null);

  /** With what was not said turned off. */
  Contact offUnlessSaid() {
    return new Contact(phone, email, on(call), on(text), on(leaveMessage), on(sendEmail), times);
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
        times);
  }

  private static boolean on(@Nullable Boolean said) {
    return said != null && said;
  }
}
