package org.uitrol.adapters.mail;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes everything, keeps nothing but each Message-ID, and is fast. */
public final class MailSink implements AutoCloseable {

  private final ServerSocket listener;
  private final Queue<String> taken = new ConcurrentLinkedQueue<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile Runnable onStep = () -> {};

  public MailSink() {
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** The Message-IDs of all messages so far, as often as they came. */
  public List<String> taken() {
    return List.copyOf(taken);
  }

  /** Done before and after each answer, from now on. */
  void onStep(Runnable action) {
    onStep = action;
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        start(() -> talk(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(
                    new BufferedInputStream(socket.getInputStream(), 65_536),
                    StandardCharsets.ISO_8859_1))) {
      answer(socket, "220 sink");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.toUpperCase(Locale.ROOT).startsWith("DATA")) {
          answer(socket, "354 go on");
          if (!take(in)) {
            return;
          }
          answer(socket, "250 taken");
        } else if (line.toUpperCase(Locale.ROOT).startsWith("QUIT")) {
          answer(socket, "221 bye");
          return;
        } else {
          answer(socket, "250 ok");
        }
      }
    } catch (IOException e) {
      // The client has gone.
    } finally {
      sockets.remove(socket);
    }
  }

  private boolean take(BufferedReader in) throws IOException {
    String id = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(".")) {
        taken.add(id);
        return true;
      }
      if (id.isEmpty() && line.startsWith("Message-ID: ")) {
        id = line.substring("Message-ID: ".length());
      }
    }
    return false;
  }

  private void answer(Socket socket, String line) throws IOException {
    onStep.run();
    OutputStream out = socket.getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    onStep.run();
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "mail-sink");
    thread.setDaemon(true);
    thread.start();
  }
}
