package org.uitrol.domain.survey.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.survey.source.AnswerSourceCommand.CloseSource;
import org.uitrol.domain.survey.source.AnswerSourceCommand.ConnectSource;
import org.uitrol.domain.survey.source.AnswerSourceCommand.MapSource;
import org.uitrol.domain.survey.source.AnswerSourceCommand.NoteAnswers;
import org.uitrol.domain.survey.source.AnswerSourceCommand.RenewSourceSecret;
import org.uitrol.domain.survey.source.AnswerSourceEvent.AnswersTaken;
import org.uitrol.domain.survey.source.AnswerSourceEvent.SourceClosed;
import org.uitrol.domain.survey.source.AnswerSourceEvent.SourceMapped;
import org.uitrol.domain.survey.source.AnswerSourceEvent.SourceSecretRenewed;

class ASourceOfAnswers {

  private static final AnswerSourceId ID = new AnswerSourceId("source-1");
  private static final CampaignId CAMPAIGN = new CampaignId("copilot");
  private static final DepartmentId FINANCE = new DepartmentId("finance");
  private static final DepartmentId LEGAL = new DepartmentId("legal");
  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");

  @Test
  void is_connected_once_and_has_a_name() {
    assertThat(source(SourceKind.LIMESURVEY).name()).isEqualTo("Staff survey");
    assertThat(AnswerSource.connect(source(SourceKind.LIMESURVEY), connect(" x "))).isEmpty();
    for (String name : List.of("", "  ", "x".repeat(101))) {
      refuses("SOURCE_NAME", () -> AnswerSource.connect(null, connect(name)));
    }
  }

  @Test
  void has_columns_that_make_sense() {
    AnswerSource source = source(SourceKind.MICROSOFT_FORMS);

    assertThat(source.map(map(mapping("ID", null, "Q1", "worry")))).hasSize(1);
    refuses("MAPPING_WITHOUT_RESPONSE", () -> source.map(map(mapping("", null, "Q1", "worry"))));
    refuses(
        "MAPPING_WITHOUT_ANSWERS",
        () -> source.map(map(new SourceMapping("ID", "", "", "", null, Map.of()))));
    refuses("MAPPING_COLUMN_TWICE", () -> source.map(map(mapping("ID", null, "id ", "worry"))));
    refuses(
        "MAPPING_ITEM_TWICE",
        () -> source.map(map(mapping("ID", null, "Q1", "worry", "Q2", "worry"))));
  }

  @Test
  void sends_answers_without_a_name_to_one_department_for_good() {
    AnswerSource mapped =
        after(
            source(SourceKind.MICROSOFT_FORMS),
            new SourceMapped(ID, CAMPAIGN, mapping("ID", FINANCE, "Q1", "worry"), 0, AT));

    assertThat(mapped.map(map(mapping("ID", LEGAL, "Q1", "worry")))).hasSize(1);

    AnswerSource named = after(mapped, new AnswersTaken(ID, CAMPAIGN, 4, 0, 0, 0, 0, AT));
    assertThat(named.map(map(mapping("ID", LEGAL, "Q1", "worry")))).hasSize(1);

    AnswerSource unnamed = after(named, new AnswersTaken(ID, CAMPAIGN, 0, 1, 0, 0, 0, AT));
    assertThat(unnamed.named()).isEqualTo(4);
    assertThat(unnamed.unnamed()).isEqualTo(1);
    refuses("SOURCE_DEPARTMENT_FIXED", () -> unnamed.map(map(mapping("ID", LEGAL, "Q1", "worry"))));
    assertThat(unnamed.map(map(mapping("ID", FINANCE, "Q2", "worry")))).hasSize(1);
  }

  @Test
  void tells_only_of_what_was_new() {
    AnswerSource source = source(SourceKind.MICROSOFT_FORMS);

    assertThat(source.note(new NoteAnswers(ID, 0, 0, 12, 3, 1, AT))).isEmpty();
    assertThat(source.note(new NoteAnswers(ID, 2, 1, 12, 3, 1, AT)))
        .containsExactly(new AnswersTaken(ID, CAMPAIGN, 2, 1, 12, 3, 1, AT));
  }

  @Test
  void has_a_secret_only_when_it_sends_by_itself() {
    assertThat(source(SourceKind.FORMBRICKS).renew(new RenewSourceSecret(ID, AT)))
        .containsExactly(new SourceSecretRenewed(ID, CAMPAIGN, AT));
    refuses(
        "SOURCE_UNSIGNED",
        () -> source(SourceKind.LIMESURVEY).renew(new RenewSourceSecret(ID, AT)));
  }

  @Test
  void gives_nothing_before_it_is_mapped_or_after_it_is_closed() {
    AnswerSource source = source(SourceKind.FORMBRICKS);
    refuses("SOURCE_UNMAPPED", source::readable);

    AnswerSource closed =
        after(
            after(
                source, new SourceMapped(ID, CAMPAIGN, mapping("ID", null, "Q1", "worry"), 0, AT)),
            new SourceClosed(ID, CAMPAIGN, AT));
    assertThat(closed.close(new CloseSource(ID, AT))).isEmpty();
    refuses("SOURCE_CLOSED", closed::readable);
    refuses("SOURCE_CLOSED", () -> closed.map(map(mapping("ID", null, "Q1", "worry"))));
    refuses("SOURCE_CLOSED", () -> closed.note(new NoteAnswers(ID, 1, 0, 0, 0, 0, AT)));
  }

  private static AnswerSource source(SourceKind kind) {
    return Objects.requireNonNull(
        AnswerSource.connect(
                null, new ConnectSource(ID, CAMPAIGN, "readiness", kind, " Staff survey ", AT))
            .stream()
            .reduce((AnswerSource) null, AnswerSource::evolve, (one, other) -> other));
  }

  private static AnswerSource after(AnswerSource source, AnswerSourceEvent event) {
    return AnswerSource.evolve(source, event);
  }

  private static ConnectSource connect(String name) {
    return new ConnectSource(ID, CAMPAIGN, "readiness", SourceKind.LIMESURVEY, name, AT);
  }

  private static MapSource map(SourceMapping mapping) {
    return new MapSource(ID, mapping, 0, AT);
  }

  private static SourceMapping mapping(
      String response, @Nullable DepartmentId unnamed, String... columnsAndItems) {
    Map<String, String> items = new LinkedHashMap<>();
    for (int at = 0; at < columnsAndItems.length; at += 2) {
      items.put(columnsAndItems[at], columnsAndItems[at + 1]);
    }
    return new SourceMapping(response, "", "", "", unnamed, items);
  }

  private static void refuses(String code, Runnable asked) {
    assertThatThrownBy(asked::run)
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
