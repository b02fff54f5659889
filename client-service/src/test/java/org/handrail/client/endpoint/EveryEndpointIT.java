package org.handrail.client.endpoint;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.handrail.client.ClientService;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint that takes somebody's id, asked by every role of every agency: whoever is not at
 * the client's side gets the same for a client who is there and for one who is not.
 */
@HandrailIT
class EveryEndpointIT {
  private static final List<String> AGENCIES = List.of("riverbend", "harborlight", "cedarhouse");

  // Of the keeping agency these may see more, of the receiving one its intake reads what was
  // released.
  private static final Map<String, Set<Role>> MAY =
      Map.of(
          "riverbend",
          Set.of(Role.SUPERVISOR, Role.PRIVACY_OFFICER, Role.AGENCY_ADMIN),
          "harborlight",
          Set.of(Role.INTAKE_COORDINATOR, Role.PRIVACY_OFFICER),
          "cedarhouse",
          Set.of());

  private final Api api;
  private final TokenIssuer tokens;
  private final ClientService service;

  EveryEndpointIT(Api api, TokenIssuer tokens) {
    this.api = api;
    this.tokens = tokens;
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves({"P2-APP-2", "P2-QSO-1", "P2-QSO-2"})
  void strangersAreAnsweredAlikeEverywhere() {
    var there = new HashMap<String, UUID>();
    var client = service.registers("Evy");
    there.put("clients", client);
    there.put("consents", service.consents(client, "Evy"));
    there.put("disclosures", service.discloses(client, UUID.randomUUID()));
    var nobody =
        there.keySet().stream().collect(toMap(Function.identity(), _ -> UUID.randomUUID()));
    var endpoints = Endpoint.thatNameSomebody(api);
    assertThat(endpoints).hasSizeGreaterThan(20);
    var reached = new HashSet<String>();
    assertSoftly(
        softly -> {
          for (var endpoint : endpoints) {
            for (var agency : AGENCIES) {
              for (var role : strangers(agency)) {
                var caller = api.as(tokens.person("nobody-of-hers").of(agency).as(role));
                var forbidden = endpoint.call(caller, there);
                var absent = endpoint.call(caller, nobody);
                var what = "%s as %s of %s".formatted(endpoint, role, agency);
                softly
                    .assertThat(forbidden.status())
                    .as(what + ": " + forbidden.text())
                    .isIn(400, 403, 404, 422);
                if (forbidden.status() == 404) {
                  reached.add(endpoint.toString());
                }
                softly.assertThat(comparable(forbidden)).as(what).isEqualTo(comparable(absent));
              }
            }
          }
        });
    assertThat(reached)
        .as("what is asked in earnest, and not for its form")
        .hasSizeGreaterThan(endpoints.size() * 3 / 5);
  }

  private static List<Role> strangers(String agency) {
    return Arrays.stream(Role.values())
        .filter(role -> !role.ofService())
        .filter(role -> !MAY.getOrDefault(agency, Set.of()).contains(role))
        .toList();
  }

  private static String comparable(Answer answer) {
    var text = answer.text().replaceAll("\"traceId\":\"[0-9a-f]{32}\"", "");
    return "%d %s %s %s"
        .formatted(answer.status(), answer.header("Content-Type"), answer.etag(), text);
  }
}
