package org.handrail.client.episode;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.EnrolmentCourse;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.version.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens, pauses, resumes and closes episodes; the enrolment opens and ends them too. */
@Component
class WalkingTogether implements EnrolmentCourse {
  static final ProblemType EPISODE_OPEN =
      ProblemType.of("episode-open", 409, "The client is in an episode already");

  private final Episodes episodes;
  private final Assigned assigned;
  private final Clock clock;

  WalkingTogether(Episodes episodes, Assigned assigned, Clock clock) {
    this.episodes = episodes;
    this.assigned = assigned;
    this.clock = clock;
  }

  /** An episode of a client whom the caller may reach. */
  record InEpisode(Reached client, Episode episode) {}

  /**
   * Who came back gets a new one; what was before stays as it was.
   *
   * @throws Refusal when their specialist cannot take them back, such as {@code caseload-full}
   */
  UUID open(Reached client) {
    if (episodes.open(client.agency(), client.id()).isPresent()) {
      throw Refusal.of(EPISODE_OPEN);
    }
    return opened(client, now()).id();
  }

  InEpisode of(Reached client, UUID id) {
    return new InEpisode(
        client, episodes.find(client.agency(), client.id(), id).orElseThrow(NotFound::new));
  }

  UUID pause(InEpisode in, @Nullable ActForm form, long seen) {
    return step(in, Episode::paused, form, seen);
  }

  UUID resume(InEpisode in, @Nullable ActForm form, long seen) {
    return step(in, Episode::resumed, form, seen);
  }

  private UUID step(
      InEpisode in, Function<Episode, Episode> step, @Nullable ActForm form, long seen) {
    Versions.require(seen, in.episode().version());
    var now = now();
    var act = form == null && !in.client().isTheClient() ? null : in.client().act(form, now);
    if (act != null) {
      act.notBefore(
          episodes.latestStep(in.client().agency(), in.episode().id()),
          "before-step",
          "The episode did not stand so yet then.");
    }
    taken(in.client(), step.apply(in.episode()), now, act);
    return in.episode().id();
  }

  @Override
  public void began(Reached client, Instant at) {
    var open = episodes.open(client.agency(), client.id()).orElseGet(() -> opened(client, at));
    taken(client, open.enrolled(at), at, null);
  }

  @Override
  public void ended(Reached client, Instant at) {
    episodes
        .open(client.agency(), client.id())
        .ifPresent(open -> taken(client, open.unenrolled(), at, null));
  }

  private Episode opened(Reached client, Instant at) {
    var before = episodes.latestClosed(client.agency(), client.id()).map(Episode::id).orElse(null);
    var episode = Episode.opened(client.id(), client.by().subject(), at, before);
    var comesBack = episodes.haveEnded(client.agency(), client.id());
    episodes.add(client.agency(), episode);
    if (comesBack) {
      assigned.comesBack(client.agency(), client.id());
    }
    episodes.addStep(client.agency(), episode, client.by().subject(), at, null);
    return episode;
  }

  void taken(Reached client, Episode episode, Instant at, @Nullable RecordedAct act) {
    episodes.save(client.agency(), episode);
    episodes.addStep(client.agency(), episode, client.by().subject(), at, act);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
