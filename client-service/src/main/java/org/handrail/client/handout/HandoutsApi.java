package org.handrail.client.handout;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.handrail.client.paper.Hash;
import org.handrail.client.paper.Languages;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What clients are given to read, to be read before, together and afterwards. */
@RestController
@RequestMapping("/api/handouts")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, INTAKE_COORDINATOR, PRIVACY_OFFICER, CLIENT})
class HandoutsApi {
  private final Handouts handouts;
  private final GivenTexts given;
  private final Transactions transactions;

  HandoutsApi(Handouts handouts, GivenTexts given, Transactions transactions) {
    this.handouts = handouts;
    this.given = given;
    this.transactions = transactions;
  }

  /**
   * A handout in one language.
   *
   * @param textHash SHA-256 of the whole text, hexadecimal; it stands with what a client was given
   */
  record HandoutView(
      HandoutKind kind,
      String version,
      Instant from,
      boolean inForce,
      String language,
      List<String> languages,
      String title,
      List<Edition.Part> parts,
      String textHash) {
    static HandoutView of(Handout handout) {
      return new HandoutView(
          handout.kind(),
          handout.version(),
          handout.from(),
          handout.inForce(),
          handout.language(),
          handout.languages(),
          handout.title(),
          handout.parts(),
          handout.hash().hex());
    }
  }

  /** Those in force. */
  record HandoutViews(List<HandoutView> items) {}

  @GetMapping
  HandoutViews inForce(
      Person person,
      @RequestParam(defaultValue = "en") @Pattern(regexp = Languages.TAG) String language) {
    return new HandoutViews(
        Stream.of(HandoutKind.values())
            .flatMap(kind -> handouts.inForce(person.agency(), kind, language).stream())
            .map(HandoutView::of)
            .toList());
  }

  /** The one in force, in that language or, without a text in it, in another. */
  @GetMapping("/{kind}")
  HandoutView inForce(
      Person person,
      @PathVariable HandoutKind kind,
      @RequestParam(defaultValue = "en") @Pattern(regexp = Languages.TAG) String language) {
    return handouts
        .inForce(person.agency(), kind, language)
        .map(HandoutView::of)
        .orElseThrow(NotFound::new);
  }

  @GetMapping("/{kind}/{version}")
  HandoutView version(
      Person person,
      @PathVariable HandoutKind kind,
      @PathVariable String version,
      @RequestParam(defaultValue = "en") @Pattern(regexp = Languages.TAG) String language) {
    return handouts
        .version(person.agency(), kind, version, language)
        .map(HandoutView::of)
        .orElseThrow(NotFound::new);
  }

  /** The words that a client was given, whatever is given now. */
  @GetMapping("/texts/{hash}")
  GivenTexts.Given text(
      Person person, @PathVariable @Pattern(regexp = "[0-9a-f]{64}") String hash) {
    return transactions
        .reading(() -> given.find(person.agency(), new Hash(hash)))
        .orElseThrow(NotFound::new);
  }
}
