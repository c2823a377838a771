package org.uitrol.adapters.mail.inbound;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message, or a part of one, taken apart (RFC 2045, RFC 2046) in whatever state it comes. Parts
 * nested more deeply than anybody nests them, and parts beyond a number that nobody needs, are left
 * whole.
 *
 * @param body the bytes as they came, still encoded
 * @param parts those of a multipart
 * @param enclosed the message in a {@code message/rfc822} part, or its header alone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MimePart(
    Headers headers,
    ContentHeader content,
    byte[] body,
    List<MimePart> parts,
    @Nullable MimePart enclosed) {

  private static final int DEEPEST = 12;
  private static final int MOST_PARTS = 300;
  private static final int LONGEST_TEXT = 400_000;

  static MimePart of(byte[] raw) {
    return read(raw, 0, raw.length, 0, new int[1]);
  }

  boolean is(String type) {
    return content.type().equals(type);
  }

  boolean isText() {
    return content.type().startsWith("text/") && !is("text/rfc822-headers");
  }

  boolean isReturnedMail() {
    return enclosed != null;
  }

  /** The decoded bytes as text, no longer than anybody would read. */
  String text() {
    String text = Charsets.decode(decoded(), content.parameter("charset"));
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  /** This part, or those in it that hold something, in their order; enclosed messages stay shut. */
  List<MimePart> leaves() {
    List<MimePart> leaves = new ArrayList<>();
    gather(leaves);
    return leaves;
  }

  private void gather(List<MimePart> leaves) {
    if (parts.isEmpty()) {
      leaves.add(this);
    } else {
      parts.forEach(part -> part.gather(leaves));
    }
  }

  private byte[] decoded() {
    byte[] some = body.length <= LONGEST_TEXT * 2 ? body : Arrays.copyOf(body, LONGEST_TEXT * 2);
    String encoding = headers.first("content-transfer-encoding").strip().toLowerCase(Locale.ROOT);
    if (encoding.startsWith("base64")) {
      return base64(some);
    }
    return encoding.startsWith("quoted-printable") ? quotedPrintable(some) : some;
  }

  private static MimePart read(byte[] raw, int from, int to, int depth, int[] count) {
    count[0]++;
    int start = afterMailboxLine(raw, from, to);
    int end = endOfHeader(raw, start, to);
    Headers headers = Headers.of(Arrays.copyOfRange(raw, start, end));
    int bodyStart = afterBlankLine(raw, end, to);
    ContentHeader content = ContentHeader.of(headers.first("content-type"));
    byte[] body = Arrays.copyOfRange(raw, bodyStart, to);
    String type = content.type();
    String boundary = content.parameter("boundary");
    boolean deeper = depth < DEEPEST && count[0] < MOST_PARTS;
    List<MimePart> parts = List.of();
    MimePart enclosed = null;
    if (deeper && type.startsWith("multipart/") && !boundary.isBlank()) {
      parts = split(body, boundary, depth, count);
    } else if (type.equals("message/rfc822") || type.equals("message/global")) {
      MimePart open = new MimePart(headers, content, body, List.of(), null);
      byte[] message = open.decoded();
      enclosed = deeper ? read(message, 0, message.length, depth + 1, count) : headerOnly(message);
    } else if (type.equals("text/rfc822-headers") || type.equals("message/global-headers")) {
      enclosed = headerOnly(new MimePart(headers, content, body, List.of(), null).decoded());
    }
    return new MimePart(headers, content, body, parts, enclosed);
  }

  private static MimePart headerOnly(byte[] message) {
    int start = afterMailboxLine(message, 0, message.length);
    while (start < message.length && (message[start] == '\r' || message[start] == '\n')) {
      start++;
    }
    int end = endOfHeader(message, start, message.length);
    Headers headers = Headers.of(Arrays.copyOfRange(message, start, end));
    return new MimePart(
        headers, ContentHeader.of(headers.first("content-type")), new byte[0], List.of(), null);
  }

  private static List<MimePart> split(byte[] body, String boundary, int depth, int[] count) {
    byte[] mark = ("--" + boundary.strip()).getBytes(StandardCharsets.UTF_8);
    List<MimePart> parts = new ArrayList<>();
    int partStart = -1;
    int line = 0;
    while (line < body.length) {
      int next = endOfLine(body, line);
      // Some servers put a blank before it.
      int at = body[line] == ' ' ? line + 1 : line;
      if (startsWith(body, at, mark)) {
        if (partStart >= 0 && count[0] < MOST_PARTS) {
          parts.add(read(body, partStart, line, depth + 1, count));
        }
        boolean last = startsWith(body, at + mark.length, new byte[] {'-', '-'});
        partStart = last ? -1 : next;
        if (last) {
          break;
        }
      }
      line = next;
    }
    if (partStart >= 0 && partStart < body.length && count[0] < MOST_PARTS) {
      parts.add(read(body, partStart, body.length, depth + 1, count));
    }
    return List.copyOf(parts);
  }

  private static boolean startsWith(byte[] bytes, int at, byte[] mark) {
    return at + mark.length <= bytes.length
        && Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length);
  }

  private static int endOfLine(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return Math.min(bytes.length, at + 1);
  }

  /** What mailbox files put above a message. */
  private static int afterMailboxLine(byte[] raw, int from, int to) {
    boolean there = startsWith(raw, from, "From ".getBytes(StandardCharsets.US_ASCII));
    return there ? Math.min(to, endOfLine(raw, from)) : from;
  }

  /** Where the header ends: at a blank line, or where a line can't belong to a header. */
  private static int endOfHeader(byte[] raw, int from, int to) {
    int line = from;
    while (line < to) {
      int next = Math.min(to, endOfLine(raw, line));
      boolean blank = raw[line] == '\n' || (raw[line] == '\r' && next - line <= 2);
      boolean continued = raw[line] == ' ' || raw[line] == '\t';
      if (blank || (!continued && !looksLikeField(raw, line, next))) {
        return line;
      }
      line = next;
    }
    return to;
  }

  private static boolean looksLikeField(byte[] raw, int from, int to) {
    int length = Math.min(to - from, 200);
    return Headers.isField(new String(raw, from, length, StandardCharsets.ISO_8859_1));
  }

  private static int afterBlankLine(byte[] raw, int end, int to) {
    if (end < to && raw[end] == '\r') {
      return Math.min(to, end + 2);
    }
    return end < to && raw[end] == '\n' ? end + 1 : end;
  }

  private static byte[] base64(byte[] bytes) {
    byte[] clean = new byte[bytes.length];
    int length = 0;
    for (byte b : bytes) {
      boolean letter =
          (b >= 'A' && b <= 'Z')
              || (b >= 'a' && b <= 'z')
              || (b >= '0' && b <= '9')
              || b == '+'
              || b == '/';
      if (letter) {
        clean[length++] = b;
      } else if (b == '=') {
        break;
      }
    }
    int whole = length % 4 == 1 ? length - 1 : length;
    return Base64.getDecoder().decode(Arrays.copyOf(clean, whole));
  }

  private static byte[] quotedPrintable(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    int at = 0;
    while (at < bytes.length) {
      byte b = bytes[at];
      if (b != '=') {
        out.write(b);
        at++;
        continue;
      }
      int end = at + 1;
      while (end < bytes.length && (bytes[end] == ' ' || bytes[end] == '\t')) {
        end++;
      }
      if (end < bytes.length && bytes[end] == '\r') {
        end++;
      }
      if (end < bytes.length && bytes[end] == '\n') {
        at = end + 1;
      } else if (at + 2 < bytes.length && hex(bytes[at + 1]) >= 0 && hex(bytes[at + 2]) >= 0) {
        out.write(hex(bytes[at + 1]) * 16 + hex(bytes[at + 2]));
        at += 3;
      } else {
        out.write(b);
        at++;
      }
    }
    return out.toByteArray();
  }

  private static int hex(byte b) {
    return Character.digit((char) b, 16);
  }
}
