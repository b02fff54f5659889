package org.handrail.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/** A request whose body is kept, so that it can be both compared and read. */
public final class RequestBody extends HttpServletRequestWrapper {

  private final int limit;
  private byte @Nullable [] bytes;

  RequestBody(HttpServletRequest request, int limit) {
    super(request);
    this.limit = limit;
  }

  /**
   * What the caller sent, address and body, in a form that is equal for equal requests only.
   *
   * @throws Refusal when the body is too large
   */
  public static String fingerprint(HttpServletRequest request) throws IOException {
    var body = WebUtils.getNativeRequest(request, RequestBody.class);
    if (body == null) {
      throw new IllegalStateException("a request that did not pass the body filter");
    }
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((request.getRequestURI() + "?" + request.getQueryString()).getBytes(UTF_8));
      digest.update((byte) 0);
      digest.update(body.bytes());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] bytes() throws IOException {
    if (bytes == null) {
      if (getContentLengthLong() > limit) {
        throw tooLarge();
      }
      var read = super.getInputStream().readNBytes(limit + 1);
      if (read.length > limit) {
        throw tooLarge();
      }
      // In UTF-8 no JSON has a NUL; in UTF-16 and UTF-32, which a parser would guess, each has.
      for (int i = 0; i < Math.min(4, read.length); i++) {
        if (read[i] == 0) {
          throw notUtf8();
        }
      }
      if (isJson()) {
        requireUtf8(read);
      }
      bytes = read;
    }
    return bytes;
  }

  private boolean isJson() {
    var type = getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).contains("json");
  }

  // The parser takes a character that is written longer than it need be, such as a hidden slash.
  private static void requireUtf8(byte[] text) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw notUtf8();
    }
  }

  private static Refusal notUtf8() {
    return Refusal.of(Problem.of(Problems.MALFORMED).detail("The body is not in UTF-8"));
  }

  private Refusal tooLarge() {
    return Refusal.of(Problems.bodyTooLarge(limit));
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Kept(new ByteArrayInputStream(bytes()));
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), UTF_8));
  }

  private static final class Kept extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    Kept(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return bytes.read(buffer, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("bodies are read by blocking");
    }
  }
}
