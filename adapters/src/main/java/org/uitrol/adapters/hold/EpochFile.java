package org.uitrol.adapters.hold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of the database, in a file beside it. It is on the disk when writing returns, whole
 * or as it was, and never goes back. Servers may share it.
 */
final class EpochFile {

  private static final Logger LOG = LoggerFactory.getLogger(EpochFile.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path directory;
  private final Path file;

  /**
   * @param directory is made with the first writing when it isn't there
   */
  EpochFile(Path directory) {
    this.directory = directory;
    this.file = directory.resolve("epoch.json");
  }

  /** What is known; empty for nothing, also when nobody can read it. */
  Optional<EpochMark> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readString(file), EpochMark.class));
    } catch (JacksonException unreadable) {
      LOG.warn("{} can't be read: as if nothing were known of the database", file);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the epoch can't be read in " + directory, e);
    }
  }

  /** Writes what is known, unless a server that shares it knows more of the same database. */
  synchronized void write(EpochMark mark) {
    try {
      Files.createDirectories(directory);
      try (FileChannel channel =
              FileChannel.open(
                  directory.resolve("epoch.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = Objects.requireNonNull(channel.lock())) {
        boolean knowsMore =
            read()
                .filter(one -> one.database().equals(mark.database()))
                .filter(one -> one.number() > mark.number() || one.position() > mark.position())
                .isPresent();
        if (!knowsMore) {
          replace(mark);
        }
        lock.release();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the epoch can't be kept in " + directory, e);
    }
  }

  private void replace(EpochMark mark) throws IOException {
    Path draft = directory.resolve("epoch.draft");
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes =
          ByteBuffer.wrap((JSON.writeValueAsString(mark) + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
