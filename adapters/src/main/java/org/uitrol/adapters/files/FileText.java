package org.uitrol.adapters.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.uitrol.application.directory.UnreadablePeopleFile;

/**
 * The text of a file whose encoding nobody told: UTF-16 or UTF-8 when a byte order mark says so,
 * else UTF-8 when every byte fits, else Windows-1252.
 */
final class FileText {

  private static final int CHUNK = 64 * 1024;
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private final ByteSource source;
  private final String hash;
  private final Charset charset;
  private final int mark;

  private FileText(ByteSource source, String hash, Charset charset, int mark) {
    this.source = source;
    this.hash = hash;
    this.charset = charset;
    this.mark = mark;
  }

  /** Reads the file once to learn its hash and its encoding. */
  static FileText of(ByteSource source) {
    try (InputStream in = source.open()) {
      return inspect(source, in);
    } catch (IOException e) {
      throw new UncheckedIOException("the file can't be read", e);
    }
  }

  /** SHA-256 of the bytes, in lower-case hexadecimal digits. */
  String hash() {
    return hash;
  }

  Charset charset() {
    return charset;
  }

  /** The text from its start, without a byte order mark. */
  BufferedReader reader() throws IOException {
    InputStream in = source.open();
    in.skipNBytes(mark);
    return new BufferedReader(new InputStreamReader(in, charset), CHUNK);
  }

  private static FileText inspect(ByteSource source, InputStream in) throws IOException {
    MessageDigest digest = sha256();
    Utf8Check utf8 = new Utf8Check();
    boolean zero = false;
    byte[] chunk = new byte[CHUNK];
    byte[] start = new byte[4];
    long length = 0;
    for (int read = in.readNBytes(chunk, 0, CHUNK);
        read > 0;
        read = in.readNBytes(chunk, 0, CHUNK)) {
      if (length == 0) {
        System.arraycopy(chunk, 0, start, 0, Math.min(read, start.length));
      }
      length += read;
      digest.update(chunk, 0, read);
      utf8.take(chunk, read);
      zero |= hasZero(chunk, read);
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    if (starts(start, 0xff, 0xfe)) {
      return new FileText(source, hash, StandardCharsets.UTF_16LE, 2);
    }
    if (starts(start, 0xfe, 0xff)) {
      return new FileText(source, hash, StandardCharsets.UTF_16BE, 2);
    }
    if (starts(start, 'P', 'K', 3, 4)) {
      throw new UnreadablePeopleFile(
          0, "FILE_IS_WORKBOOK", "this is a workbook or an archive: save the sheet as CSV first");
    }
    if (zero) {
      throw new UnreadablePeopleFile(0, "FILE_IS_BINARY", "this is no text file");
    }
    int mark = starts(start, 0xef, 0xbb, 0xbf) ? 3 : 0;
    return new FileText(
        source,
        hash,
        utf8.holds() ? StandardCharsets.UTF_8 : WINDOWS_1252,
        utf8.holds() ? mark : 0);
  }

  private static boolean starts(byte[] start, int... expected) {
    for (int i = 0; i < expected.length; i++) {
      if ((start[i] & 0xff) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasZero(byte[] chunk, int length) {
    for (int i = 0; i < length; i++) {
      if (chunk[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Whether bytes that come in chunks are UTF-8 throughout. */
  private static final class Utf8Check {

    private final CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer pending = ByteBuffer.allocate(CHUNK + 8);
    private final CharBuffer ignored = CharBuffer.allocate(CHUNK + 8);
    private boolean sound = true;

    void take(byte[] chunk, int length) {
      if (sound) {
        pending.put(chunk, 0, length).flip();
        CoderResult result = decoder.decode(pending, ignored.clear(), false);
        sound = !result.isError();
        pending.compact();
      }
    }

    boolean holds() {
      return sound && pending.position() == 0;
    }
  }
}
