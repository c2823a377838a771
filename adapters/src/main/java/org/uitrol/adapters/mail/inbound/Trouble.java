package org.uitrol.adapters.mail.inbound;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderClosedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/** Why a mailbox can't be read, so that somebody knows what to mend. */
public enum Trouble {
  /** Nobody answers at that address. */
  UNREACHABLE,
  /** The server hung up, or fell silent. */
  CONNECTION_LOST,
  /** Nobody vouches for the server's certificate, or it is another server's. */
  UNTRUSTED_CERTIFICATE,
  /** The server offers no TLS, and a password would go out in the open. */
  NO_TLS,
  /** TLS failed in another way. */
  TLS_FAILED,
  LOGIN_REFUSED,
  NO_SUCH_FOLDER,
  /** The server can't give some of the mails; all others are read. */
  UNREADABLE_MAIL,
  /** The log of the application tells. */
  BROKEN;

  private static final int DEEPEST = 10;

  static Trouble of(Throwable failure) {
    List<Throwable> causes = causes(failure);
    if (has(causes, CertificateException.class) || says(causes, "server identity")) {
      return UNTRUSTED_CERTIFICATE;
    } else if (says(causes, "starttls required")) {
      return NO_TLS;
    } else if (has(causes, SSLException.class)) {
      return TLS_FAILED;
    } else if (has(causes, AuthenticationFailedException.class)) {
      return LOGIN_REFUSED;
    } else if (has(causes, FolderNotFoundException.class)) {
      return NO_SUCH_FOLDER;
    } else if (has(causes, MailConnectException.class)) {
      return UNREACHABLE;
    }
    boolean lost =
        has(causes, FolderClosedException.class)
            || has(causes, StoreClosedException.class)
            || has(causes, IOException.class);
    return lost && failure instanceof MessagingException ? CONNECTION_LOST : BROKEN;
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (@Nullable Throwable one = failure;
        one != null && causes.size() < DEEPEST;
        one = one.getCause()) {
      causes.add(one);
    }
    return causes;
  }

  private static boolean has(List<Throwable> causes, Class<? extends Throwable> type) {
    return causes.stream().anyMatch(type::isInstance);
  }

  private static boolean says(List<Throwable> causes, String words) {
    return causes.stream()
        .anyMatch(one -> String.valueOf(one.getMessage()).toLowerCase(Locale.ROOT).contains(words));
  }
}
