package org.handrail.referral.directory;

import java.util.regex.Pattern;

/** Addresses of pages and mailboxes by which somebody could be reached. */
public final class Addresses {
  private static final int LONGEST_URL = 2000;
  private static final int LONGEST_MAIL = 254;
  private static final String HOST =
      "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+\\p{L}[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}]";
  private static final String PORT =
      "(?::(?:[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d\\d|655[0-2]\\d|6553[0-5]))?";
  // Nobody's name before the host: what stands there only looks like the page one is sent to.
  private static final Pattern WEB =
      Pattern.compile("(?i)https?://" + HOST + "\\.?" + PORT + "(?:[/?#][^\\s\"<>\\\\^`{|}]*)?");
  private static final Pattern MAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]{1,64}(?:\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]{1,64})*@"
              + HOST);

  private Addresses() {}

  /** Whether it is a page at a host with a public name. */
  public static boolean isWeb(String text) {
    return text.length() <= LONGEST_URL && WEB.matcher(text).matches();
  }

  /** Whether it is a mailbox at such a host. */
  public static boolean isMail(String text) {
    return text.length() <= LONGEST_MAIL && MAIL.matcher(text).matches();
  }
}
