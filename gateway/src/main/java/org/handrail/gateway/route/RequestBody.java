package org.handrail.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A request's body, read whole before the service is asked: a service never waits for a slow
 * sender, and of a body that is too large or breaks off it sees nothing. What may be larger than 1
 * MiB (directories, which hold nobody's data) is laid on disk.
 */
final class RequestBody implements AutoCloseable {

  private final BodyPublisher publisher;
  private final @Nullable Path file;

  private RequestBody(BodyPublisher publisher, @Nullable Path file) {
    this.publisher = publisher;
    this.file = file;
  }

  static RequestBody read(HttpServletRequest request, long limit) throws IOException {
    if (request.getContentLengthLong() > limit) {
      throw tooLarge(limit);
    }
    var body = request.getInputStream();
    var start = body.readNBytes((int) Upstream.BODY + 1);
    if (start.length <= Upstream.BODY) {
      return new RequestBody(
          start.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(start), null);
    }
    if (limit <= Upstream.BODY) {
      throw tooLarge(limit);
    }
    return onDisk(start, body, limit);
  }

  private static RequestBody onDisk(byte[] start, InputStream rest, long limit) throws IOException {
    var file = Files.createTempFile("handrail-body", "");
    try {
      try (var out = Files.newOutputStream(file)) {
        out.write(start);
        var buffer = new byte[1 << 16];
        long size = start.length;
        for (int read = rest.read(buffer); read >= 0; read = rest.read(buffer)) {
          size += read;
          if (size > limit) {
            throw tooLarge(limit);
          }
          out.write(buffer, 0, read);
        }
      }
      return new RequestBody(BodyPublishers.ofFile(file), file);
    } catch (IOException | RuntimeException e) {
      Files.delete(file);
      throw e;
    }
  }

  private static Refusal tooLarge(long limit) {
    return Refusal.of(Problems.bodyTooLarge(limit));
  }

  BodyPublisher publisher() {
    return publisher;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      Files.delete(file);
    }
  }
}
