package org.uitrol.adapters.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.uitrol.application.proof.MadeCheckpoints;
import org.uitrol.application.proof.port.RecordedHistory;
import org.uitrol.application.proof.port.RecordedHistory.Stored;
import org.uitrol.domain.proof.Hash;
import org.uitrol.domain.proof.HistoryRecord;
import org.uitrol.domain.proof.SignedCheckpoint;

/**
 * Writes the whole history out with all that is needed to check it: one object of JSON a line, the
 * events as they are stored, each checkpoint behind the last of its events. Never more than a few
 * hundred events are in memory. Safe for many threads.
 */
@Component
public final class ProofExport {

  private static final int PAGE = 500;

  private final RecordedHistory history;
  private final MadeCheckpoints made;

  public ProofExport(RecordedHistory history, MadeCheckpoints made) {
    this.history = history;
    this.made = made;
  }

  /**
   * Writes all of it. The writer is flushed but stays open.
   *
   * @throws UncheckedIOException when the writer fails
   */
  public void write(Writer out) {
    try {
      line(out, header());
      Deque<SignedCheckpoint> checkpoints = new ArrayDeque<>(made.all());
      Hash previous = Hash.NONE;
      long events = 0;
      List<Stored> page = history.after(0, PAGE);
      while (!page.isEmpty()) {
        for (Stored one : page) {
          line(out, event(one, previous));
          previous = one.hash();
          events++;
          while (!checkpoints.isEmpty()
              && checkpoints.getFirst().checkpoint().position() <= one.event().position()) {
            line(out, Map.of("checkpoint", ProofJson.document(checkpoints.removeFirst())));
          }
        }
        page = history.after(page.get(page.size() - 1).event().position(), PAGE);
      }
      for (SignedCheckpoint beyond : checkpoints) {
        line(out, Map.of("checkpoint", ProofJson.document(beyond)));
      }
      Map<String, Object> end = new LinkedHashMap<>();
      end.put("events", events);
      end.put("hash", previous.toString());
      line(out, Map.of("end", end));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> header() {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put(ProofJson.FORMAT, ProofJson.HISTORY);
    header.put("chain", HistoryRecord.FORMAT);
    return header;
  }

  private static Map<String, Object> event(Stored one, Hash previous) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", ProofJson.event(one.event()));
    line.put("number", one.number());
    line.put("previous", previous.toString());
    line.put("hash", one.hash().toString());
    return line;
  }

  private static void line(Writer out, Map<String, ?> line) throws IOException {
    out.write(ProofJson.line(line));
    out.write('\n');
  }
}
