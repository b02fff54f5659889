package org.handrail.client.endpoint;

import static org.handrail.platform.caller.Role.PEER_SPECIALIST;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.handrail.client.ClientService;
import org.handrail.client.ClientServiceApplication;
import org.handrail.client.emergency.Glass;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Surroundings;
import org.handrail.platform.fixtures.TokenIssuer;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Whether the time of an answer tells a client whom one may not see from one who does not exist:
 * {@code ./handrail bench indistinguishable [PAIRS [PART_OF_THE_ADDRESS]]}.
 *
 * <p>For each endpoint that takes somebody's id, pairs of both questions, taking turns in going
 * first. The figure is the area under the curve of the best classifier on time alone, of the worst
 * endpoint: 0.5 tells nothing, 1 tells all. Over 0.55 it fails.
 */
final class IndistinguishableBench {
  private static final double AT_MOST = 0.55;
  private static final int WARM_UP = 200;

  private IndistinguishableBench() {}

  public static void main(String[] arguments) {
    var pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
    var part = arguments.length > 1 ? arguments[1] : "";
    var service =
        new SpringApplicationBuilder(ClientServiceApplication.class)
            .initializers(new Surroundings())
            .run("--server.port=0", "--logging.level.root=warn");
    var port = service.getEnvironment().getRequiredProperty("local.server.port");
    var worst = worst(new Api(() -> "http://127.0.0.1:" + port), part, pairs);
    System.out.printf("bench.indistinguishable.auc %.3f %n", worst);
    System.exit(worst > AT_MOST ? 1 : 0);
  }

  /** Something that can be asked of somebody, and the status with which a stranger is answered. */
  private record Asking(String name, int status, Function<Map<String, UUID>, Answer> call) {}

  private static List<Asking> askings(Api api, Api stranger) {
    return Stream.concat(
            Endpoint.thatNameSomebody(api).stream()
                .map(
                    endpoint ->
                        new Asking(endpoint.toString(), 404, ids -> endpoint.call(stranger, ids))),
            Stream.of(
                new Asking(
                    "POST /api/emergency-access, refused",
                    422,
                    ids -> Glass.isRefused(stranger, Objects.requireNonNull(ids.get("clients"))))))
        .toList();
  }

  private static double worst(Api api, String part, int pairs) {
    var tokens = TokenIssuer.shared();
    var field = new ClientService(api, tokens);
    var there = new HashMap<String, UUID>();
    var client = field.registers("Ida");
    there.put("clients", client);
    there.put("consents", field.consents(client, "Ida"));
    there.put("disclosures", field.discloses(client, UUID.randomUUID()));
    var paul = api.as(tokens.person("paul").of("riverbend").as(PEER_SPECIALIST));
    var worst = 0.0;
    for (var asking : askings(api, paul)) {
      // With another status it is another role's: nothing of the request was looked at.
      if (asking.name().contains(part) && asking.call().apply(there).status() == asking.status()) {
        var auc = auc(asking, there, pairs);
        System.err.printf("%.3f %s%n", auc, asking.name());
        worst = Math.max(worst, auc);
      }
    }
    if (worst == 0) {
      throw new IllegalArgumentException("nothing was asked at " + part);
    }
    return worst;
  }

  private static double auc(Asking asking, Map<String, UUID> there, int pairs) {
    var forbidden = new long[pairs];
    var absent = new long[pairs];
    for (int i = -WARM_UP; i < pairs; i++) {
      var theirs = i % 2 == 0 ? time(asking, there) : 0;
      var nobodys = time(asking, nobody(there));
      theirs = i % 2 == 0 ? theirs : time(asking, there);
      if (i >= 0) {
        forbidden[i] = theirs;
        absent[i] = nobodys;
      }
    }
    var area = area(forbidden, absent);
    return Math.max(area, 1 - area);
  }

  private static Map<String, UUID> nobody(Map<String, UUID> there) {
    var nobody = new HashMap<String, UUID>();
    there.keySet().forEach(noun -> nobody.put(noun, UUID.randomUUID()));
    return nobody;
  }

  private static long time(Asking asking, Map<String, UUID> ids) {
    var began = System.nanoTime();
    var _ = asking.call().apply(ids);
    return System.nanoTime() - began;
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
