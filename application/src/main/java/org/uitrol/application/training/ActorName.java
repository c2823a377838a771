package org.uitrol.application.training;

import java.util.Locale;

/**
 * By what a learning platform knows somebody.
 *
 * @param value an e-mail address, the SHA-1 of a mail address, an OpenID, or a name at {@code
 *     home}; of a group that isn't named, who is in it
 * @param home whose account it is, as an IRL; empty for anything else
 * @param display how the platform calls who it is; may be empty
 */
public record ActorName(Kind kind, String value, String home, String display) {

  /** What kind of name it is. */
  public enum Kind {
    MAIL,
    MAIL_SHA1,
    OPENID,
    ACCOUNT,
    /** Of several people, who can't be told apart. */
    GROUP
  }

  /** The same for the same somebody, whatever they are called. */
  public String key() {
    String same =
        kind == Kind.MAIL || kind == Kind.MAIL_SHA1 ? value.toLowerCase(Locale.ROOT) : value;
    return kind + "\u001f" + home + "\u001f" + same;
  }

  /** Nothing personal, since this text may end up in a log. */
  @Override
  public String toString() {
    return "actor by " + kind;
  }
}
