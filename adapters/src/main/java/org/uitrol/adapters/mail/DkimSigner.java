package org.uitrol.adapters.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Signs messages (DKIM, RFC 6376) by RSA and SHA-256, in the relaxed form that survives servers
 * which fold lines anew. The signature covers how to unsubscribe too (RFC 8058, section 4). The
 * same message gives the same signature. Safe for use by several threads.
 */
final class DkimSigner {

  /** RFC 6376, section 5.4.1, and RFC 8058. The sender can't be added a second time. */
  private static final List<String> SIGNED =
      List.of(
          "from",
          "from",
          "sender",
          "reply-to",
          "to",
          "subject",
          "date",
          "message-id",
          "mime-version",
          "content-type",
          "content-language",
          "auto-submitted",
          "list-unsubscribe",
          "list-unsubscribe-post");

  private static final String CRLF = "\r\n";
  private static final int LINE = 72;

  private final String domain;
  private final String selector;
  private final RSAPrivateKey key;

  DkimSigner(String domain, String selector, RSAPrivateKey key) {
    this.domain = domain;
    this.selector = selector;
    this.key = key;
  }

  /**
   * The message with its signature above it.
   *
   * @param message in ASCII, its lines ended by CRLF
   */
  byte[] sign(byte[] message) {
    String text = new String(message, StandardCharsets.US_ASCII);
    int end = text.indexOf(CRLF + CRLF);
    List<String> fields = fields(text.substring(0, end));
    List<String> names =
        SIGNED.stream().filter(name -> fields.stream().anyMatch(field -> is(name, field))).toList();
    String unsigned =
        "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;"
            + CRLF
            + " d="
            + domain
            + "; s="
            + selector
            + ";"
            + CRLF
            + folded("h=" + String.join(":", names) + ";", ':')
            + " bh="
            + base64(digest(body(text.substring(end + 4))))
            + ";"
            + CRLF
            + " b=";
    String covered =
        Stream.concat(
                names.stream().distinct().flatMap(name -> fields.stream().filter(f -> is(name, f))),
                Stream.of(unsigned))
            .map(DkimSigner::relaxed)
            .collect(Collectors.joining(CRLF));
    String signature = base64(signed(covered.getBytes(StandardCharsets.US_ASCII)));
    ByteArrayOutputStream out = new ByteArrayOutputStream(message.length + 800);
    out.writeBytes(
        (unsigned + folded(signature, '\0').strip() + CRLF).getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(message);
    return out.toByteArray();
  }

  /** The fields of a header, each with the lines that it goes on in. */
  private static List<String> fields(String header) {
    return List.of(header.split(CRLF + "(?![ \t])", -1));
  }

  private static boolean is(String name, String field) {
    return field.toLowerCase(Locale.ROOT).startsWith(name + ":");
  }

  /** RFC 6376, section 3.4.2. */
  private static String relaxed(String field) {
    int colon = field.indexOf(':');
    return field.substring(0, colon).strip().toLowerCase(Locale.ROOT)
        + ":"
        + field.substring(colon + 1).replaceAll("[ \t\r\n]+", " ").strip();
  }

  /** RFC 6376, section 3.4.4. */
  private static byte[] body(String body) {
    List<String> lines = new ArrayList<>();
    for (String line : body.split(CRLF, -1)) {
      lines.add(line.replaceAll("[ \t]+", " ").replaceAll(" $", ""));
    }
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines.stream()
        .map(line -> line + CRLF)
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Lines that each begin with a space, cut after that character, or anywhere for zero. */
  private static String folded(String text, char after) {
    StringBuilder lines = new StringBuilder();
    String rest = text;
    while (rest.length() > LINE) {
      int cut = after == '\0' ? LINE : rest.lastIndexOf(after, LINE - 1) + 1;
      lines.append(' ').append(rest, 0, cut).append(CRLF);
      rest = rest.substring(cut);
    }
    return lines.append(' ').append(rest).append(CRLF).toString();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private byte[] signed(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a message can't be signed", e);
    }
  }
}
