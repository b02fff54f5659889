package org.handrail.referral.meeting;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that somebody may be sent to. */
final class WebAddress {
  private static final int LONGEST = 1000;
  private static final Pattern HOST =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,62}");
  private static final Pattern NOWHERE =
      Pattern.compile(".*\\.(?:local|localhost|internal|lan|home|onion|invalid|test|arpa)");

  private WebAddress() {}

  /** Encrypted, at a host with a public name, without a sign-in or a port of its own. */
  static Optional<String> of(String text) {
    String address = text.strip();
    try {
      URI uri = new URI(address);
      String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
      boolean sane =
          address.length() <= LONGEST
              && "https".equalsIgnoreCase(uri.getScheme())
              && uri.getUserInfo() == null
              && (uri.getPort() == -1 || uri.getPort() == 443)
              && HOST.matcher(host).matches()
              && !NOWHERE.matcher(host).matches();
      return sane ? Optional.of("https" + address.substring(5)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
