package org.uitrol.adapters.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that says what a test tells it to. Each line that a client sends is remembered; an
 * answer of {@link #HANG_UP} closes the connection, of {@link #SILENCE} answers nothing.
 */
final class ScriptedMailServer implements AutoCloseable {

  static final String HANG_UP = "(hang up)";
  static final String SILENCE = "(silence)";

  private final ServerSocket listener;
  private final Map<String, String> answers =
      Collections.synchronizedMap(
          new HashMap<>(
              Map.of(
                  "GREETING", "220 mail.example ESMTP",
                  "EHLO", "250 mail.example",
                  "MAIL", "250 2.1.0 Ok",
                  "RCPT", "250 2.1.5 Ok",
                  "DATA", "354 End data with <CR><LF>.<CR><LF>",
                  ".", "250 2.0.0 Ok: queued as 4F2A",
                  "RSET", "250 2.0.0 Ok",
                  "QUIT", "221 Bye")));
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile int hangUpAfterLinesOfData = Integer.MAX_VALUE;

  ScriptedMailServer() {
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  /**
   * From now on, that command, or that very line in upper case, is answered so; {@code .} stands
   * for the end of a message.
   */
  ScriptedMailServer answering(String command, String answer) {
    answers.put(command, answer);
    return this;
  }

  ScriptedMailServer hangingUpAfterLinesOfData(int lines) {
    hangUpAfterLinesOfData = lines;
    return this;
  }

  int port() {
    return listener.getLocalPort();
  }

  int connections() {
    return sockets.size();
  }

  /** The commands so far, of all connections. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  /** The messages that were sent to their end, as they came over the wire. */
  List<String> messages() {
    return List.copyOf(messages);
  }

  /** Closes all connections without a word, as a server does with idle ones. */
  void forgetClients() {
    sockets.forEach(ScriptedMailServer::closed);
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

  private void talk(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      if (!answer(socket, "GREETING")) {
        return;
      }
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        heard.add(line);
        String command = commandOf(line.toUpperCase(Locale.ROOT));
        if (!answer(socket, command)) {
          return;
        }
        if (command.equals("DATA") && answerTo("DATA").startsWith("354")) {
          if (!readMessage(in) || !answer(socket, ".")) {
            return;
          }
        }
      }
    } catch (IOException e) {
      // The client or the test has hung up.
    }
  }

  /** A whole line when there is an answer to just that one. */
  private String commandOf(String line) {
    return answers.containsKey(line) ? line : line.split(" ", 2)[0];
  }

  private boolean readMessage(BufferedReader in) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(".")) {
        messages.add(String.join("\r\n", lines) + "\r\n");
        return true;
      }
      lines.add(line);
      if (lines.size() >= hangUpAfterLinesOfData) {
        return false;
      }
    }
    return false;
  }

  private boolean answer(Socket socket, String command) throws IOException {
    String answer = answerTo(command);
    if (answer.equals(SILENCE)) {
      return true;
    }
    boolean last = answer.endsWith(HANG_UP);
    String said = last ? answer.substring(0, answer.length() - HANG_UP.length()) : answer;
    if (!said.isEmpty()) {
      OutputStream out = socket.getOutputStream();
      out.write((said + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
    return !last;
  }

  private String answerTo(String command) {
    return answers.getOrDefault(command, "500 what?");
  }

  private static void closed(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "scripted-mail-server");
    thread.setDaemon(true);
    thread.start();
  }
}
