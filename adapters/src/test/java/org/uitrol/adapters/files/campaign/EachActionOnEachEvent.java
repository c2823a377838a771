package org.uitrol.adapters.files.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.uitrol.adapters.files.campaign.CampaignFile.Good;
import org.uitrol.domain.rollout.reaction.ActionPlan.Kind;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reader and published schema allow the same actions on the same events. */
class EachActionOnEachEvent {

  private static final YAMLMapper YAML = new YAMLMapper();

  private static final List<String> ACTIONS =
      List.of(
          "mail: news",
          "presentation: plans, within: 5 working days",
          "demo: plans, within: 5 working days",
          "training: online, within: 5 working days",
          "survey: ask, open: 5 working days",
          "escalate: owner",
          "escalate: manager",
          "hold: true",
          "coaching: plans, within: 5 working days",
          "task: { nl: Oefen, en: Practise }, within: 5 working days");

  @ParameterizedTest
  @MethodSource("pairs")
  void is_allowed_by_both_or_by_neither(ReactionTrigger trigger, String action) {
    String file = file(trigger, "{ " + action + " }", "");

    assertThat(EachKeyOfACampaignFile.errorsBySchema(file).isEmpty()).isEqualTo(isTaken(file));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void is_allowed_where_it_is_for_whom_the_event_is_about(ReactionTrigger trigger, String action) {
    Kind kind = Kind.valueOf(action.substring(0, action.indexOf(':')).toUpperCase(Locale.ROOT));
    boolean meant =
        trigger.isAboutPerson()
            ? kind.isForPerson()
            : kind.isForDepartment()
                && !action.equals("escalate: manager")
                && (!trigger.isAfterwards() || kind.isForAfterwards());

    assertThat(isTaken(file(trigger, "{ " + action + " }", ""))).isEqualTo(meant);
  }

  @ParameterizedTest
  @MethodSource("counts")
  void is_counted_for_what_both_allow_or_neither(ReactionTrigger trigger, String per) {
    String file = file(trigger, "{ escalate: owner }", "per: " + per + ", ");

    assertThat(isTaken(file)).isEqualTo(trigger.isAboutPerson() || !per.equals("person"));
    assertThat(EachKeyOfACampaignFile.errorsBySchema(file).isEmpty()).isEqualTo(isTaken(file));
  }

  @Test
  void is_tried_with_every_action_there_is() {
    assertThat(ACTIONS.stream().map(action -> action.substring(0, action.indexOf(':'))).distinct())
        .hasSameSizeAs(Kind.values());
    assertThat(pairs()).hasSize(ReactionTrigger.values().length * ACTIONS.size());
  }

  static Stream<Arguments> pairs() {
    return Arrays.stream(ReactionTrigger.values())
        .flatMap(trigger -> ACTIONS.stream().map(action -> Arguments.of(trigger, action)));
  }

  static Stream<Arguments> counts() {
    return Arrays.stream(ReactionTrigger.values())
        .flatMap(
            trigger ->
                Stream.of("person", "department", "campaign")
                    .map(per -> Arguments.of(trigger, per)));
  }

  private static boolean isTaken(String file) {
    return AnyCampaignFile.read(file) instanceof Good;
  }

  private static String file(ReactionTrigger trigger, String action, String more) {
    return EachKeyOfACampaignFile.with(
            "reactions[1]",
            YAML.readTree(
                "{ id: missed, on: " + trigger.key() + ", " + more + "then: [" + action + "] }"))
        .toString()
        .replace("\"individualUsage\":\"never\"", "\"individualUsage\":\"with-consent\"");
  }
}
