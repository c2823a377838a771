package org.uitrol.adapters.mail;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.communication.port.InlineImage;

/**
 * How an organisation's mails look: its name, its colour and its logo, by day and in the dark.
 * Whatever the colour, what is written in it or on it can be read.
 *
 * @param organisation as it stands above and below each mail
 * @param color of buttons and links
 * @param logo null for the organisation's name in words
 */
record MailLook(String organisation, Color color, @Nullable InlineImage logo) {

  static final Color PLAIN_COLOR = Color.of("#1d5a7a");

  private static final Color INK = Color.of("#1c252c");
  private static final Color BLACK = Color.of("#000000");
  private static final Color PAPER = Color.WHITE;
  private static final Color DARK_PAPER = Color.of("#1e252b");
  private static final Color DARK_PAGE = Color.of("#14191d");

  static MailLook plain(String organisation) {
    return new MailLook(organisation, PLAIN_COLOR, null);
  }

  /** What links are written in. */
  Color link() {
    return color.readableOn(PAPER, INK);
  }

  /** What stands on a button. */
  Color onButton() {
    return PAPER.isReadableOn(color) ? PAPER : BLACK;
  }

  /** The colour where the mail is shown in the dark, for links and buttons. */
  Color inTheDark() {
    return color.readableOn(DARK_PAPER, Color.WHITE);
  }

  /** What stands on a button in the dark. */
  Color onButtonInTheDark() {
    return DARK_PAGE.isReadableOn(inTheDark()) ? DARK_PAGE : PAPER;
  }

  /** What the sheet around a mail needs to know. */
  Map<String, Object> forSheet() {
    Map<String, Object> values = new HashMap<>();
    values.put("paper", PAPER);
    values.put("ink", INK);
    values.put("darkPaper", DARK_PAPER);
    values.put("darkPage", DARK_PAGE);
    values.put("dark", inTheDark());
    values.put("onDark", onButtonInTheDark());
    values.put("logo", logo == null ? "" : "cid:" + logo.id());
    values.put("logoWidth", logo == null ? 0 : logo.width());
    return values;
  }
}
