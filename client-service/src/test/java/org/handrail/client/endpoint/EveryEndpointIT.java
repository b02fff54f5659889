package org.handrail.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.handrail.platform.caller.Role;
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
          Set.of(Role.SUPERVISOR, Role.PRIVACY_OFFICER),
          "harborlight",
          Set.of(Role.INTAKE_COORDINATOR, Role.PRIVACY_OFFICER),
          "cedarhouse",
          Set.of());

  // The door is another service's to ask (DoorIT), and whoever may break the glass is not told
  // apart
  // from others by their role: EmergencySecrecyIT asks there.
  private static final Set<String> NOT_ASKED =
      Set.of("POST /api/disclosures", "POST /api/emergency-access");

  private final Api api;
  private final TokenIssuer tokens;

  EveryEndpointIT(Api api, TokenIssuer tokens) {
    this.api = api;
    this.tokens = tokens;
  }

  @Test
  @Proves({"P2-APP-2", "P2-QSO-1", "P2-QSO-2"})
  void strangersAreAnsweredAlikeEverywhere() {
    var there = OneOfEverything.ids(api, tokens);
    var endpoints = Endpoint.thatNameSomebody(api);
    var unknown = new TreeSet<String>();
    endpoints.forEach(
        endpoint ->
            endpoint.nouns().stream().filter(noun -> !there.know(noun)).forEach(unknown::add));
    assertThat(unknown).as("of which there is nothing here to ask for").isEmpty();
    var reached = new HashSet<String>();
    try (var statements = Statements.listening()) {
      assertSoftly(
          softly -> {
            for (var endpoint : endpoints) {
              for (var agency : AGENCIES) {
                for (var role : strangers(agency, endpoint)) {
                  var caller = api.as(tokens.person("nobody-of-hers").of(agency).as(role));
                  var forbidden = statements.during(() -> endpoint.call(caller, there));
                  var absent =
                      statements.during(() -> endpoint.call(caller, endpoint.ofNothing(there)));
                  var what = "%s as %s of %s".formatted(endpoint, role, agency);
                  softly
                      .assertThat(forbidden.answer().status())
                      .as(what + ": " + forbidden.answer().text())
                      .isIn(400, 403, 404, 422);
                  if (forbidden.answer().status() == 404) {
                    reached.add(endpoint.toString());
                  }
                  softly
                      .assertThat(Told.by(forbidden.answer()))
                      .as(what)
                      .isEqualTo(Told.by(absent.answer()));
                  softly
                      .assertThat(forbidden.statements())
                      .as("what was done for " + what)
                      .isEqualTo(absent.statements());
                }
              }
            }
          });
    }
    assertThat(endpoints)
        .extracting(Endpoint::toString)
        .as("what nobody was told that it is not there, and so was not asked in earnest")
        .filteredOn(endpoint -> !reached.contains(endpoint))
        .isSubsetOf(NOT_ASKED);
  }

  /** An agency's administrators run its roster and its exports, and see nobody's record. */
  private static boolean isRunByAdministrators(Endpoint endpoint) {
    return endpoint.path().startsWith("/api/specialists/")
        || endpoint.path().startsWith("/api/clients/grant-exports/");
  }

  private static List<Role> strangers(String agency, Endpoint endpoint) {
    return Arrays.stream(Role.values())
        .filter(role -> !role.ofService())
        .filter(role -> !MAY.getOrDefault(agency, Set.of()).contains(role))
        .filter(
            role ->
                role != Role.AGENCY_ADMIN
                    || !agency.equals("riverbend")
                    || !isRunByAdministrators(endpoint))
        .toList();
  }
}
