package org.uitrol.adapters.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;

/**
 * Signs messages (DKIM, RFC 6376) by RSA and SHA-256, in the relaxed form that survives servers
 * which fold lines anew. The signature covers how to unsubscribe too (RFC 8058, section 4). The
 * same message gives the same signature. Safe for use by several threads.
 */
final class DkimSigner {

  /**
   * RFC 6376, section 5.4.1, and RFC 8058, section 4. Of what a message lacks, and of its sender,
   * none can be added later.
   */
  private static final String SIGNED =
      "from: from: sender: reply-to: to: subject: date: message-id: mime-version: content-type:"
          + " content-language: auto-submitted: list-unsubscribe: list-unsubscribe-post";

  private static final String FOLD = "\r\n ";

  /** RFC 5322, section 2.1.1, without the space at the beginning. */
  private static final int LINE = 77;

  private final String template;
  private final PrivateKey key;

  DkimSigner(String domain, String selector, PrivateKey key) {
    this.template =
        "v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=%s; h=%s; bh=; b="
            .formatted(domain, selector, SIGNED);
    this.key = key;
  }

  /**
   * The message with its signature above it.
   *
   * @param message in ASCII, its lines ended by CRLF
   */
  byte[] sign(byte[] message) {
    String field;
    try {
      field = new DKIMSigner(template, key).sign(new ByteArrayInputStream(message));
    } catch (IOException | FailException e) {
      throw new IllegalStateException("a message can't be signed", e);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(message.length + 1_000);
    out.writeBytes((folded(field) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(message);
    return out.toByteArray();
  }

  /** In short lines: at spaces, or anywhere in the signature itself, where spaces don't count. */
  private static String folded(String field) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : field.split("(?= )", -1)) {
      String rest = word;
      if (column + rest.length() > LINE) {
        lines.append(FOLD);
        column = 0;
        rest = rest.strip();
      }
      while (rest.length() > LINE) {
        lines.append(rest, 0, LINE).append(FOLD);
        rest = rest.substring(LINE);
      }
      lines.append(rest);
      column += rest.length();
    }
    return lines.toString();
  }
}
