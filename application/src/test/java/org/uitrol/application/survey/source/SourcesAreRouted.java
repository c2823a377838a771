package org.uitrol.application.survey.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.survey.source.AnswerSource;
import org.uitrol.domain.survey.source.AnswerSourceCommand;
import org.uitrol.domain.survey.source.AnswerSourceCommand.CloseSource;
import org.uitrol.domain.survey.source.AnswerSourceCommand.ConnectSource;
import org.uitrol.domain.survey.source.AnswerSourceCommand.MapSource;
import org.uitrol.domain.survey.source.AnswerSourceCommand.NoteAnswers;
import org.uitrol.domain.survey.source.AnswerSourceCommand.RenewSourceSecret;
import org.uitrol.domain.survey.source.AnswerSourceEvent;
import org.uitrol.domain.survey.source.SourceKind;
import org.uitrol.domain.survey.source.SourceMapping;

class SourcesAreRouted {

  private static final AnswerSourceId ID = new AnswerSourceId("source-1");
  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");

  @TestFactory
  Stream<DynamicTest> to_their_rules() {
    ConnectSource connect =
        new ConnectSource(
            ID, new CampaignId("copilot"), "readiness", SourceKind.FORMBRICKS, "Form", AT);
    MapSource map =
        new MapSource(ID, new SourceMapping("ID", "", "", "", null, Map.of("Q1", "worry")), 3, AT);
    RenewSourceSecret renew = new RenewSourceSecret(ID, AT);
    NoteAnswers note = new NoteAnswers(ID, 3, 2, 1, 0, 0, AT);
    CloseSource close = new CloseSource(ID, AT);
    List<AnswerSourceEvent> connected = AnswerSource.connect(null, connect);
    AnswerSource source = AnswerSource.evolve(null, connected.get(0));
    List<AnswerSourceEvent> used = new ArrayList<>(connected);
    used.addAll(source.map(map));
    used.addAll(source.renew(renew));
    used.addAll(source.note(note));
    return new ShellTests<>(
            AnswerSourceShell.class,
            AnswerSourceCommand.class,
            AnswerSourceEvent.class,
            AnswerSource::evolve)
        .begins(connect, connected)
        .after(connected, map, known -> known.map(map))
        .after(connected, renew, known -> known.renew(renew))
        .after(connected, note, known -> known.note(note))
        .after(used, close, known -> known.close(close))
        .all();
  }
}
