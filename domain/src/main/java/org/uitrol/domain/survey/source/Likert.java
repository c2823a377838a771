package org.uitrol.domain.survey.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses which point of a scale a text means, in Dutch, English, German and French. */
final class Likert {

  /** From the lowest to the highest point of five. */
  private static final List<List<String>> AGREE =
      List.of(
          List.of(
              "helemaal mee oneens",
              "helemaal oneens",
              "zeer mee oneens",
              "sterk mee oneens",
              "helemaal niet mee eens",
              "strongly disagree",
              "completely disagree",
              "totally disagree",
              "stimme überhaupt nicht zu",
              "stimme gar nicht zu",
              "trifft überhaupt nicht zu",
              "trifft gar nicht zu",
              "pas du tout d'accord",
              "pas du tout d’accord",
              "tout à fait en désaccord"),
          List.of(
              "mee oneens",
              "oneens",
              "niet mee eens",
              "enigszins mee oneens",
              "disagree",
              "somewhat disagree",
              "stimme nicht zu",
              "stimme eher nicht zu",
              "trifft eher nicht zu",
              "pas d'accord",
              "pas d’accord",
              "plutôt pas d'accord",
              "plutôt pas d’accord",
              "en désaccord"),
          List.of(
              "neutraal",
              "niet mee eens, niet mee oneens",
              "niet mee eens/niet mee oneens",
              "noch mee eens, noch mee oneens",
              "niet eens, niet oneens",
              "neutral",
              "neither agree nor disagree",
              "weder noch",
              "teils/teils",
              "teils, teils",
              "ni d'accord ni pas d'accord",
              "ni d’accord ni pas d’accord",
              "neutre"),
          List.of(
              "mee eens",
              "eens",
              "enigszins mee eens",
              "agree",
              "somewhat agree",
              "stimme zu",
              "stimme eher zu",
              "trifft eher zu",
              "d'accord",
              "d’accord",
              "plutôt d'accord",
              "plutôt d’accord"),
          List.of(
              "helemaal mee eens",
              "helemaal eens",
              "zeer mee eens",
              "sterk mee eens",
              "strongly agree",
              "completely agree",
              "totally agree",
              "stimme voll zu",
              "stimme völlig zu",
              "stimme voll und ganz zu",
              "trifft voll zu",
              "trifft voll und ganz zu",
              "tout à fait d'accord",
              "tout à fait d’accord"));

  private static final List<List<String>> OFTEN =
      List.of(
          List.of(
              "helemaal niet",
              "nooit",
              "never",
              "not at all",
              "nie",
              "gar nicht",
              "jamais",
              "pas du tout"),
          List.of(
              "zelden",
              "een beetje",
              "rarely",
              "a little",
              "selten",
              "wenig",
              "rarement",
              "un peu"),
          List.of(
              "soms",
              "enigszins",
              "sometimes",
              "somewhat",
              "moderately",
              "manchmal",
              "mittel",
              "parfois",
              "moyennement"),
          List.of(
              "vaak",
              "veel",
              "often",
              "quite a bit",
              "very",
              "oft",
              "ziemlich",
              "souvent",
              "beaucoup"),
          List.of(
              "altijd",
              "heel veel",
              "heel erg",
              "always",
              "extremely",
              "a great deal",
              "immer",
              "sehr",
              "toujours",
              "énormément"));

  private static final int FIVE = 5;
  private static final Pattern POINT =
      Pattern.compile(
          "(?:a|ao|so|sq)?0*(\\d{1,2})(?:[.,]0+)?(?:\\s*(?:[-–—=:).]|/|uit|van|out of|von|sur).*)?");

  private Likert() {}

  /** The point that it seems to mean; empty when it says nothing known. */
  static Optional<String> guess(String text, int points) {
    String key = Wording.key(text);
    Matcher point = POINT.matcher(key);
    if (point.matches()) {
      int number = Integer.parseInt(point.group(1));
      return number >= 1 && number <= points ? Optional.of("" + number) : Optional.empty();
    }
    for (List<List<String>> scale : List.of(AGREE, OFTEN)) {
      for (int step = 0; step < FIVE; step++) {
        if (scale.get(step).stream().anyMatch(known -> Wording.key(known).equals(key))) {
          return at(step, points);
        }
      }
    }
    return Optional.empty();
  }

  /** A step of five on a scale of so many points; empty when none of its points is the same. */
  private static Optional<String> at(int step, int points) {
    int steps = step * (points - 1);
    return steps % (FIVE - 1) == 0 ? Optional.of("" + (1 + steps / (FIVE - 1))) : Optional.empty();
  }
}
