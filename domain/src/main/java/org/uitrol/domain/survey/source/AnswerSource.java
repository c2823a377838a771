package org.uitrol.domain.survey.source;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.survey.source.AnswerSourceCommand.CloseSource;
import org.uitrol.domain.survey.source.AnswerSourceCommand.ConnectSource;
import org.uitrol.domain.survey.source.AnswerSourceCommand.MapSource;
import org.uitrol.domain.survey.source.AnswerSourceCommand.NoteAnswers;
import org.uitrol.domain.survey.source.AnswerSourceCommand.RenewSourceSecret;
import org.uitrol.domain.survey.source.AnswerSourceEvent.AnswersTaken;
import org.uitrol.domain.survey.source.AnswerSourceEvent.SourceClosed;
import org.uitrol.domain.survey.source.AnswerSourceEvent.SourceConnected;
import org.uitrol.domain.survey.source.AnswerSourceEvent.SourceMapped;
import org.uitrol.domain.survey.source.AnswerSourceEvent.SourceSecretRenewed;

/**
 * A form elsewhere from which answers to the surveys of one activity come (decision 0037).
 *
 * @param mapping what its columns are; null until somebody has said so
 * @param named of how many people answers were taken over
 * @param unnamed how many were taken over whose giver isn't known
 */
public record AnswerSource(
    AnswerSourceId id,
    CampaignId campaign,
    String activity,
    SourceKind kind,
    String name,
    @Nullable SourceMapping mapping,
    int named,
    int unnamed,
    boolean closed) {

  /** The longest name, in characters. */
  public static final int LONGEST_NAME = 100;

  public static List<AnswerSourceEvent> connect(
      @Nullable AnswerSource source, ConnectSource command) {
    if (source != null) {
      return List.of();
    }
    String name = command.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new Rejected("SOURCE_NAME", Map.of("most", LONGEST_NAME));
    }
    return List.of(
        new SourceConnected(
            command.source(),
            command.campaign(),
            command.activity(),
            command.kind(),
            name,
            command.at()));
  }

  /**
   * Where answers without a name go is settled once some have gone there: an export that is read in
   * again would go there too, and count twice.
   */
  public List<AnswerSourceEvent> map(MapSource command) {
    requireOpen();
    SourceMapping next = command.mapping().sound();
    SourceMapping before = mapping;
    boolean elsewhere =
        before != null
            && !(Objects.equals(before.unnamed(), next.unnamed())
                && before.department().equals(next.department()));
    if (unnamed > 0 && elsewhere) {
      throw new Rejected("SOURCE_DEPARTMENT_FIXED");
    }
    return List.of(new SourceMapped(id, campaign, next, command.words(), command.at()));
  }

  public List<AnswerSourceEvent> renew(RenewSourceSecret command) {
    requireOpen();
    if (kind != SourceKind.FORMBRICKS) {
      throw new Rejected("SOURCE_UNSIGNED");
    }
    return List.of(new SourceSecretRenewed(id, campaign, command.at()));
  }

  /** No events when nothing was taken over. */
  public List<AnswerSourceEvent> note(NoteAnswers command) {
    requireOpen();
    return command.named() + command.unnamed() == 0
        ? List.of()
        : List.of(
            new AnswersTaken(
                id,
                campaign,
                command.named(),
                command.unnamed(),
                command.known(),
                command.unfinished(),
                command.refused(),
                command.at()));
  }

  public List<AnswerSourceEvent> close(CloseSource command) {
    return closed ? List.of() : List.of(new SourceClosed(id, campaign, command.at()));
  }

  /**
   * What its columns are.
   *
   * @throws Rejected {@code SOURCE_CLOSED}, or {@code SOURCE_UNMAPPED} when nobody has said so
   */
  public SourceMapping readable() {
    requireOpen();
    if (mapping == null) {
      throw new Rejected("SOURCE_UNMAPPED");
    }
    return mapping;
  }

  /**
   * The columns without which an export can't be what it was. Of Formbricks a question that nobody
   * answered is no column.
   */
  public List<String> needed() {
    SourceMapping known = readable();
    return kind == SourceKind.FORMBRICKS ? List.of(known.response()) : known.columns();
  }

  /** The state after one event. */
  public static AnswerSource evolve(@Nullable AnswerSource source, AnswerSourceEvent event) {
    if (event instanceof SourceConnected connected) {
      return new AnswerSource(
          connected.source(),
          connected.campaign(),
          connected.activity(),
          connected.kind(),
          connected.name(),
          null,
          0,
          0,
          false);
    }
    if (source == null) {
      throw new IllegalStateException("a source begins by being connected, not with " + event);
    }
    if (event instanceof SourceMapped mapped) {
      return source.with(mapped.mapping(), source.named, source.unnamed, source.closed);
    } else if (event instanceof AnswersTaken taken) {
      return source.with(
          source.mapping,
          source.named + taken.named(),
          source.unnamed + taken.unnamed(),
          source.closed);
    } else if (event instanceof SourceClosed) {
      return source.with(source.mapping, source.named, source.unnamed, true);
    }
    return source;
  }

  private AnswerSource with(
      @Nullable SourceMapping next, int nextNamed, int nextUnnamed, boolean nextClosed) {
    return new AnswerSource(
        id, campaign, activity, kind, name, next, nextNamed, nextUnnamed, nextClosed);
  }

  private void requireOpen() {
    if (closed) {
      throw new Rejected("SOURCE_CLOSED");
    }
  }
}
