package org.handrail.referral.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @Test
  void keepsTextAsItIs() {
    assertThat(PlainText.of("Ages < 18, & > 65: ask 5 < 6"))
        .isEqualTo(new PlainText("Ages < 18, & > 65: ask 5 < 6", Set.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cedar<b>house</b>",
        "Cedarhouse<script>alert('x')</script>",
        "Cedarhouse <img src=x onerror=alert(1)>",
        "&lt;script&gt;alert(1)&lt;/script&gt;Cedarhouse",
        "&amp;lt;b&amp;gt;Cedarhouse",
        "<scr<i>ipt>Cedarhouse</scr</i>ipt>",
        "Cedarhouse<!-- hidden -->",
        "Cedarhouse<img src=x onerror=alert(1) ",
        "Cedarhouse <img src=x onerror=alert(1)<b",
        "Cedarhouse </b",
        "Cedarhouse <!doctype html>",
        "<b and Cedarhouse",
        "&#60;b&#62;Cedarhouse",
        "Cedarhouse &#x3C;img src=x onerror=alert(1)",
        "&amp;#60;i&amp;#62;Cedarhouse",
        "&LT;b&GT;Cedarhouse",
        "Cedarhouse<script>never closed"
      })
  void leavesNoMarkup(String raw) {
    PlainText plain = PlainText.of(raw);

    assertThat(plain.text()).doesNotContainPattern("<[a-zA-Z/!]").contains("Cedar");
    assertThat(plain.changes()).contains("markup-removed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a < b", "I <3 you", "Ages <18", "R&#38;R is R&R"})
  void whatIsNoMarkupStays(String raw) {
    assertThat(PlainText.of(raw).text()).isEqualTo(raw.replace("&#38;", "&"));
  }

  @Test
  void wordsBehindALessThanStay() {
    assertThat(PlainText.of("For a <b and c").text()).isEqualTo("For a b and c");
    assertThat(PlainText.of("Hope <img src=x onerror=alert(1)").text()).isEqualTo("Hope");
  }

  @Test
  void noNumberBringsInACharacterThatNobodySees() {
    assertThat(PlainText.of("Rides&#0; by &#x202E;volunteers&#xD800;&#99999999;").text())
        .isEqualTo("Rides by volunteers&#99999999;");
  }

  @Test
  void removesCharactersThatNobodySees() {
    assertThat(PlainText.of("Rides\u0000 by \u202evolunteers\ud800\ufeff").text())
        .isEqualTo("Rides by volunteers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200b\u2060", "\u00ad \u200d", "\u2800", "\u3164"})
  void whatNobodyCanSeeIsAbsentAndSaid(String raw) {
    assertThat(PlainText.of(raw))
        .isEqualTo(new PlainText(null, Set.of("control-characters-removed")));
  }

  @Test
  void keepsWhatJoinsLettersThatCanBeSeen() {
    assertThat(PlainText.of("\u0645\u06cc\u200c\u062e").changes()).isEmpty();
  }

  @Test
  void nothingIsAbsentRatherThanEmpty() {
    assertThat(PlainText.of("  \t ").text()).isNull();
    assertThat(PlainText.of("").text()).isNull();
  }

  @Test
  void whatIsWrappedWithoutEndIsUnwrappedNoMoreThanAFewTimes() {
    var wrapped = "Cedarhouse <b>&" + "amp;".repeat(200_000) + "lt;script&gt;";

    PlainText plain = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> PlainText.of(wrapped));

    assertThat(plain.text()).startsWith("Cedarhouse").doesNotContainPattern("[<>&]");
    assertThat(plain.changes()).contains("markup-removed", "text-cut");
  }

  @Test
  void cutsWhatNobodyWouldRead() {
    PlainText plain = PlainText.of("a".repeat(PlainText.LIMIT) + "bc");

    assertThat(plain.text()).hasSize(PlainText.LIMIT);
    assertThat(plain.changes()).containsExactly("text-cut");
  }
}
