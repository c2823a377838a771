package org.uitrol.adapters.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.erasure.port.ErasureList;
import org.uitrol.domain.shared.PersonId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list in a file to which lines are added, each with a seal under the master key: whoever could
 * write a line of their own could have anybody erased. A line that broke off while it was written
 * is passed over, since its step isn't done and comes again.
 */
final class ErasureListFile implements ErasureList {

  private static final String FILE = "erased.jsonl";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path directory;
  private final Path file;
  private final Seal seal;

  /**
   * @param directory is made with the first entry when it isn't there
   */
  ErasureListFile(Path directory, Seal seal) {
    this.directory = directory;
    this.file = directory.resolve(FILE);
    this.seal = seal;
  }

  /**
   * A line.
   *
   * @param marks null when the person may come in again
   */
  private record Line(String person, int number, String at, @Nullable List<String> marks) {

    Line {
      marks = marks == null ? null : List.copyOf(marks);
    }

    private String text() {
      return JSON.writeValueAsString(this);
    }
  }

  private record Sealed(@Nullable Line line, @Nullable String seal) {}

  @Override
  public void add(Entry entry) {
    if (all().stream()
        .noneMatch(
            known ->
                known.person().equals(entry.person())
                    && known.number() == entry.number()
                    && known.marks().equals(entry.marks()))) {
      write(new Line(entry.person().value(), entry.number(), entry.at().toString(), entry.marks()));
    }
  }

  @Override
  public void readmitted(PersonId person, Instant at) {
    write(new Line(person.value(), 0, at.toString(), null));
  }

  @Override
  public List<Entry> all() {
    Map<PersonId, Entry> all = new LinkedHashMap<>();
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      Line line = read(lines.get(i), i + 1);
      PersonId person = new PersonId(line.person());
      List<String> marks = line.marks();
      Entry known = all.get(person);
      if (marks != null) {
        all.put(person, new Entry(person, line.number(), Instant.parse(line.at()), marks));
      } else if (known != null) {
        all.put(person, new Entry(person, known.number(), known.at(), List.of()));
      }
    }
    return List.copyOf(all.values());
  }

  private Line read(String text, int number) {
    Sealed sealed;
    try {
      sealed = JSON.readValue(text, Sealed.class);
    } catch (JacksonException e) {
      throw new IllegalStateException("line " + number + " of " + file + " can't be read", e);
    }
    Line line = sealed.line();
    String told = sealed.seal();
    if (line == null || told == null || !isSealed(line, told)) {
      throw new IllegalStateException(
          "line "
              + number
              + " of "
              + file
              + " was altered or written under another master key: bring back the file as it was");
    }
    return line;
  }

  private boolean isSealed(Line line, String told) {
    try {
      return MessageDigest.isEqual(seal.of(line.text()), HexFormat.of().parseHex(told));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Only whole lines. */
  private List<String> lines() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      int end = text.lastIndexOf('\n');
      return end < 0 ? List.of() : text.substring(0, end).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the list of erasures can't be read", e);
    }
  }

  private synchronized void write(Line line) {
    makeDirectory();
    String text =
        JSON.writeValueAsString(new Sealed(line, HexFormat.of().formatHex(seal.of(line.text()))))
            + "\n";
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = Objects.requireNonNull(channel.lock())) {
      channel.truncate(wholeLines(channel));
      channel.position(channel.size());
      ByteBuffer buffer = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException("the list of erasures can't be written", e);
    }
  }

  private void makeDirectory() {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("the list of erasures can't be kept in " + directory, e);
    }
  }

  /** What a crash has left of a line is taken away. */
  private static long wholeLines(FileChannel channel) throws IOException {
    long size = channel.size();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (size > 0) {
      one.clear();
      channel.read(one, size - 1);
      if (one.get(0) == '\n') {
        return size;
      }
      size--;
    }
    return 0;
  }
}
