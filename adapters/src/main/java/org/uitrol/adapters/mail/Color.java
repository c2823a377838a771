package org.uitrol.adapters.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour on a screen.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
record Color(int red, int green, int blue) {

  static final Color WHITE = new Color(255, 255, 255);

  private static final Pattern HEX = Pattern.compile("#[0-9A-Fa-f]{6}");

  /** What text needs against what it stands on (WCAG 2.2, success criterion 1.4.3). */
  private static final double READABLE = 4.5;

  /**
   * Reads a colour.
   *
   * @param hex {@code #} and six hexadecimal digits
   * @throws IllegalArgumentException if it is something else
   */
  static Color of(String hex) {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("'" + hex + "' is no colour such as #1d5a7a");
    }
    int all = Integer.parseInt(hex.substring(1), 16);
    return new Color(all >> 16, all >> 8 & 0xff, all & 0xff);
  }

  boolean isReadableOn(Color ground) {
    double one = luminance() + 0.05;
    double other = ground.luminance() + 0.05;
    return Math.max(one, other) / Math.min(one, other) >= READABLE;
  }

  /** This colour, or the nearest towards another one that can be read on a ground. */
  Color readableOn(Color ground, Color towards) {
    Color color = this;
    for (int percent = 5; percent <= 100 && !color.isReadableOn(ground); percent += 5) {
      color = mixed(towards, percent);
    }
    return color;
  }

  private Color mixed(Color other, int percent) {
    return new Color(
        mixed(red, other.red, percent),
        mixed(green, other.green, percent),
        mixed(blue, other.blue, percent));
  }

  private static int mixed(int one, int other, int percent) {
    return (one * (100 - percent) + other * percent) / 100;
  }

  /** The relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance). */
  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /** As HTML writes it. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }
}
