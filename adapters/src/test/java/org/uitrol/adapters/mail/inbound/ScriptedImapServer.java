package org.uitrol.adapters.mail.inbound;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * An IMAP server with one folder that misbehaves as a test tells it to. Each command that a client
 * sends is remembered, without its tag.
 */
final class ScriptedImapServer implements AutoCloseable {

  /** When a connection is encrypted. */
  enum Tls {
    NEVER,
    ON_REQUEST,
    FROM_THE_START
  }

  private static final Pattern FETCH =
      Pattern.compile("FETCH (\\d+) \\(BODY\\.PEEK\\[]<(\\d+)\\.(\\d+)>\\).*");
  private static final Pattern ABOUT = Pattern.compile("FETCH (\\d+) .*RFC822\\.SIZE.*");
  private static final Pattern STORE = Pattern.compile("STORE (\\d+) \\+FLAGS .*Seen.*");

  private final ServerSocket listener;
  private final Tls tls;
  private final @Nullable SSLContext context;
  private final List<byte[]> mails = new CopyOnWriteArrayList<>();
  private final Set<Integer> seen = ConcurrentHashMap.newKeySet();
  private final Set<Integer> broken = ConcurrentHashMap.newKeySet();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile int exaggeration;

  ScriptedImapServer(Tls tls, @Nullable SSLContext context) {
    this.tls = tls;
    this.context = context;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  ScriptedImapServer holding(String mail) {
    mails.add(mail.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** From now on, that mail can't be fetched, as of a server with a damaged index. */
  ScriptedImapServer failingAt(int number) {
    broken.add(number);
    return this;
  }

  ScriptedImapServer mended() {
    broken.clear();
    return this;
  }

  /** What it says about sizes is that much too large. */
  ScriptedImapServer exaggeratingBy(int bytes) {
    exaggeration = bytes;
    return this;
  }

  int port() {
    return listener.getLocalPort();
  }

  List<String> heard() {
    return List.copyOf(heard);
  }

  /** The numbers of the mails that were marked as seen. */
  Set<Integer> seen() {
    return Set.copyOf(seen);
  }

  /** Closes all connections without a word. */
  void forgetClients() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    forgetClients();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        sockets.add(socket);
        start(() -> talk(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket plain) {
    Socket socket = plain;
    try {
      if (tls == Tls.FROM_THE_START) {
        socket = encrypted(plain);
      }
      InputStream in = new BufferedInputStream(socket.getInputStream());
      say(socket, "* OK IMAP4rev1 at your service");
      for (String line = line(in); line != null; line = line(in)) {
        String tag = line.substring(0, line.indexOf(' '));
        String command = line.substring(tag.length() + 1);
        heard.add(command);
        answer(socket, tag, command);
        if (command.equals("STARTTLS")) {
          socket = encrypted(plain);
          in = new BufferedInputStream(socket.getInputStream());
        } else if (command.equals("LOGOUT")) {
          plain.close();
        }
      }
    } catch (IOException e) {
      // The client or the test has hung up.
    }
  }

  private Socket encrypted(Socket plain) throws IOException {
    if (context == null) {
      throw new IOException("no certificate");
    }
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(
                    plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
    socket.setUseClientMode(false);
    socket.startHandshake();
    return socket;
  }

  private void answer(Socket socket, String tag, String command) throws IOException {
    Matcher fetch = FETCH.matcher(command);
    Matcher about = ABOUT.matcher(command);
    Matcher store = STORE.matcher(command);
    if (command.equals("CAPABILITY")) {
      say(socket, "* CAPABILITY IMAP4rev1" + (tls == Tls.ON_REQUEST ? " STARTTLS" : ""));
    } else if (command.toUpperCase(Locale.ROOT).startsWith("SELECT")) {
      say(socket, "* " + mails.size() + " EXISTS");
      say(socket, "* OK [UIDVALIDITY 1] valid");
      say(socket, "* FLAGS (\\Seen)");
      say(socket, "* OK [PERMANENTFLAGS (\\Seen)] kept");
    } else if (command.startsWith("SEARCH")) {
      String unseen =
          IntStream.rangeClosed(1, mails.size())
              .filter(number -> !seen.contains(number))
              .mapToObj(Integer::toString)
              .collect(Collectors.joining(" "));
      say(socket, ("* SEARCH " + unseen).stripTrailing());
    } else if (fetch.matches()) {
      int number = Integer.parseInt(fetch.group(1));
      if (broken.contains(number)) {
        say(socket, tag + " NO [SERVERBUG] that mail is damaged");
        return;
      }
      give(socket, number, Integer.parseInt(fetch.group(2)), Integer.parseInt(fetch.group(3)));
    } else if (about.matches()) {
      int number = Integer.parseInt(about.group(1));
      say(
          socket,
          "* "
              + number
              + " FETCH (ENVELOPE (NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL) INTERNALDATE"
              + " \"27-Nov-2026 20:00:00 +0000\" RFC822.SIZE "
              + (mails.get(number - 1).length + exaggeration)
              + ")");
    } else if (store.matches()) {
      seen.add(Integer.parseInt(store.group(1)));
      say(socket, "* " + store.group(1) + " FETCH (FLAGS (\\Seen))");
    } else if (command.equals("LOGOUT")) {
      say(socket, "* BYE");
    }
    say(socket, tag + " OK done");
  }

  private void give(Socket socket, int number, int from, int most) throws IOException {
    byte[] mail = mails.get(number - 1);
    int start = Math.min(from, mail.length);
    int length = Math.min(most, mail.length - start);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(ascii("* " + number + " FETCH (BODY[]<" + from + "> {" + length + "}\r\n"));
    answer.write(mail, start, length);
    answer.writeBytes(ascii(")\r\n"));
    socket.getOutputStream().write(answer.toByteArray());
    socket.getOutputStream().flush();
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write(ascii(line + "\r\n"));
    socket.getOutputStream().flush();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static @Nullable String line(InputStream in) throws IOException {
    List<Byte> bytes = new ArrayList<>();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return null;
      }
      bytes.add((byte) next);
    }
    return bytes.stream()
        .map(one -> String.valueOf((char) (one & 0xff)))
        .collect(Collectors.joining())
        .strip();
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "scripted-imap-server");
    thread.setDaemon(true);
    thread.start();
  }
}
