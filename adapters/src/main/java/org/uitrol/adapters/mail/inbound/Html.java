package org.uitrol.adapters.mail.inbound;

import java.util.Locale;
import java.util.Set;

/** The words of a report that comes in HTML alone. */
final class Html {

  private static final Set<String> BREAKS =
      Set.of(
          "br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "hr", "pre", "table", "blockquote");

  private Html() {}

  static String text(String html) {
    StringBuilder text = new StringBuilder(html.length());
    int at = 0;
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c != '<') {
        text.append(c == '\n' || c == '\r' ? ' ' : c);
        at++;
        continue;
      }
      int end = html.indexOf('>', at);
      String tag = end < 0 ? "" : html.substring(at + 1, Math.min(end, at + 20));
      String name = tag.replace("/", "").split("[\\s>]", 2)[0].toLowerCase(Locale.ROOT);
      if (BREAKS.contains(name)) {
        text.append('\n');
      }
      if (name.equals("style") || name.equals("script")) {
        int close = html.indexOf("</" + name, end);
        end = close < 0 ? -1 : html.indexOf('>', close);
      }
      at = end < 0 ? html.length() : end + 1;
    }
    return text.toString()
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
