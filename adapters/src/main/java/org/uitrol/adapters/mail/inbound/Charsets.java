package org.uitrol.adapters.mail.inbound;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes as text, whatever their sender calls them. */
final class Charsets {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Charsets() {}

  /** As the charset says; where there is none of that name, as UTF-8 or else as Windows-1252. */
  static String decode(byte[] bytes, String charset) {
    Charset named = named(charset);
    if (named == null || named.equals(StandardCharsets.UTF_8)) {
      return guessed(bytes);
    }
    try {
      return new String(bytes, named);
    } catch (RuntimeException badCharset) {
      // Some charsets of the platform stumble over broken bytes.
      return guessed(bytes);
    }
  }

  private static String guessed(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, WINDOWS);
    }
  }

  private static @Nullable Charset named(String name) {
    try {
      return name.isBlank() ? null : Charset.forName(name.strip());
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }
}
