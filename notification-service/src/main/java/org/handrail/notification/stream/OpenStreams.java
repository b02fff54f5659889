package org.handrail.notification.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.handrail.notification.notification.Reader;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The streams that are open here. They end before the server waits for its requests to end: a
 * shutdown would wait for them in vain.
 */
@Component
class OpenStreams implements SmartLifecycle {

  static final ProblemType TOO_MANY =
      ProblemType.of("too-many-streams", 429, "Close some of your streams first");

  private static final int PER_PERSON = 20;

  private final Set<OpenStream> streams = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  OpenStreams(MeterRegistry meters) {
    meters.gaugeCollectionSize("handrail.notification.streams", List.of(), streams);
  }

  /** A new stream, to be closed by whoever reads it. */
  OpenStream open(Reader reader) {
    if (streams.stream().filter(stream -> stream.isOf(reader)).count() >= PER_PERSON) {
      throw Refusal.of(TOO_MANY);
    }
    var stream = new OpenStream(reader, streams::remove);
    streams.add(stream);
    // After it was added: a stop that runs meanwhile sees it, or this sees the stop.
    if (!running) {
      stream.close();
      throw Refusal.of(Problems.UNAVAILABLE);
    }
    return stream;
  }

  /** Lets the streams of an agency look for what is new. Waits for none of them. */
  void wake(AgencyId agency) {
    streams.stream().filter(stream -> stream.isOf(agency)).forEach(OpenStream::wake);
  }

  void wakeAll() {
    streams.forEach(OpenStream::wake);
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    streams.forEach(OpenStream::end);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
