package org.handrail.client.endpoint;

import static org.handrail.platform.caller.Role.AGENCY_ADMIN;
import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.handrail.client.ClientServiceApplication;
import org.handrail.client.emergency.Glass;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Bench;
import org.handrail.platform.fixtures.Surroundings;
import org.handrail.platform.fixtures.TokenIssuer;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Whether the time of an answer tells a client whom one may not see from one who does not exist:
 * {@code ./handrail bench indistinguishable [PAIRS [PART_OF_THE_ADDRESS]]}.
 *
 * <p>For each endpoint that takes somebody's id, pairs of both questions, taking turns in going
 * first. The figure is the area under the curve of the best classifier on time alone, of the worst
 * endpoint: 0.5 tells nothing, 1 tells all. Over 0.55 it fails. What cannot be asked is named.
 */
final class IndistinguishableBench {
  private static final double AT_MOST = 0.55;
  private static final int WARM_UP = 200;
  private static final String REFUSED_GLASS = "POST /api/emergency-access, refused";

  private IndistinguishableBench() {}

  public static void main(String[] arguments) {
    Bench.run(() -> begin(arguments));
  }

  private static void begin(String[] arguments) {
    var pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
    var part = arguments.length > 1 ? arguments[1] : "";
    double worst;
    try (var service =
        new SpringApplicationBuilder(ClientServiceApplication.class)
            .initializers(new Surroundings())
            .run("--server.port=0", "--logging.level.root=warn")) {
      var port = service.getEnvironment().getRequiredProperty("local.server.port");
      worst = worst(new Api(() -> "http://127.0.0.1:" + port), part, pairs);
    }
    System.out.printf("bench.indistinguishable.auc %.3f %n", worst);
    if (worst > AT_MOST) {
      throw new IllegalStateException("absent and forbidden can be told apart by their times");
    }
  }

  /**
   * Something that a stranger can ask of somebody.
   *
   * @param status what each is answered; an answer of another would take another time
   * @param nothing the same ids where there is nothing
   */
  private record Asking(
      String name, int status, Function<Ids, Answer> call, UnaryOperator<Ids> nothing) {

    long nanoseconds(Ids ids) {
      var began = System.nanoTime();
      var answer = call.apply(ids);
      var took = System.nanoTime() - began;
      if (answer.status() != status) {
        throw new IllegalStateException(
            "%s answers %d, and %d before".formatted(name, answer.status(), status));
      }
      return took;
    }
  }

  private static double worst(Api api, String part, int pairs) {
    var there = OneOfEverything.ids(api, TokenIssuer.shared());
    var worst = 0.0;
    var asked = 0;
    var notAsked = 0;
    for (var endpoint : Endpoint.thatNameSomebody(api)) {
      if (endpoint.toString().contains(part)) {
        var asking = asking(endpoint, strangers(api), there);
        if (asking.isPresent()) {
          asked++;
          worst = Math.max(worst, auc(asking.get(), there, pairs));
        } else {
          notAsked++;
        }
      }
    }
    if (REFUSED_GLASS.contains(part)) {
      asked++;
      worst = Math.max(worst, auc(refusedGlass(strangers(api).getFirst()), there, pairs));
    }
    System.err.printf("asked: %d, not asked: %d%n", asked, notAsked);
    if (asked == 0) {
      throw new IllegalArgumentException("nothing was asked at " + part);
    }
    return worst;
  }

  /**
   * A colleague and a client of the same agency, and all of another that has no part in it; asked
   * for anew with each endpoint, as nobody's token lasts as long as all of them.
   */
  private static List<Api> strangers(Api api) {
    var tokens = TokenIssuer.shared();
    var other = tokens.person("other of cedarhouse").of("cedarhouse");
    return List.of(
        api.as(tokens.person("paul").of("riverbend").as(PEER_SPECIALIST)),
        api.as(tokens.person("another client").of("riverbend").as(CLIENT)),
        api.as(other.as(SUPERVISOR)),
        api.as(other.as(PRIVACY_OFFICER)),
        api.as(other.as(AGENCY_ADMIN)));
  }

  /** By the first stranger to whom it is not there; to the others it is another role's. */
  private static Optional<Asking> asking(Endpoint endpoint, List<Api> strangers, Ids there) {
    var nothingOf = endpoint.nouns().stream().filter(noun -> !there.know(noun)).toList();
    if (!nothingOf.isEmpty()) {
      System.err.printf("not asked: %s, for there are no %s here%n", endpoint, nothingOf);
      return Optional.empty();
    }
    var answers = new ArrayList<Integer>();
    for (var stranger : strangers) {
      var status = endpoint.call(stranger, there).status();
      if (status == 404) {
        return Optional.of(
            new Asking(
                endpoint.toString(),
                status,
                ids -> endpoint.call(stranger, ids),
                endpoint::ofNothing));
      }
      if (status == 401) {
        throw new IllegalStateException("who asks is not signed in");
      }
      answers.add(status);
    }
    System.err.printf("not asked: %s, for it answers %s%n", endpoint, answers);
    return Optional.empty();
  }

  private static Asking refusedGlass(Api stranger) {
    return new Asking(
        REFUSED_GLASS, 422, ids -> Glass.isRefused(stranger, ids.client()), Ids::ofNothing);
  }

  private static double auc(Asking asking, Ids there, int pairs) {
    var forbidden = new long[pairs];
    var absent = new long[pairs];
    for (int i = -WARM_UP; i < pairs; i++) {
      var theirs = i % 2 == 0 ? asking.nanoseconds(there) : 0;
      var nobodys = asking.nanoseconds(asking.nothing().apply(there));
      theirs = i % 2 == 0 ? theirs : asking.nanoseconds(there);
      if (i >= 0) {
        forbidden[i] = theirs;
        absent[i] = nobodys;
      }
    }
    var area = area(forbidden, absent);
    var auc = Math.max(area, 1 - area);
    System.err.printf("%.3f %s%n", auc, asking.name());
    return auc;
  }

  /** How often one of the first is longer than one of the second; the same counts half. */
  private static double area(long[] first, long[] second) {
    var sorted = second.clone();
    Arrays.sort(sorted);
    var longer = 0.0;
    for (var one : first) {
      longer += (below(sorted, one) + below(sorted, one + 1)) / 2.0;
    }
    return longer / ((double) first.length * second.length);
  }

  private static int below(long[] sorted, long bound) {
    var low = 0;
    var high = sorted.length;
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (sorted[middle] < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
