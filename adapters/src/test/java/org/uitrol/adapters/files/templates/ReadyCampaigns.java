package org.uitrol.adapters.files.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.adapters.calendar.JollydayHolidays;
import org.uitrol.adapters.files.campaign.CampaignFile;
import org.uitrol.adapters.files.campaign.CampaignFile.Bad;
import org.uitrol.adapters.files.campaign.CampaignFile.Good;
import org.uitrol.adapters.files.campaign.CampaignFileWriter;
import org.uitrol.adapters.files.campaign.MailTextCheck;
import org.uitrol.adapters.mail.MarkdownMailWriter;
import org.uitrol.application.communication.port.MailVariable;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ReadyCampaigns {

  private static final Instant TAKEN = Instant.parse("2026-11-20T09:00:00Z");
  private static final String OWNER = "o'brien+ai@example.org";
  private static final List<String> WORRIES =
      List.of("jobWorry", "dataWorry", "ethicsWorry", "skillsWorry", "timeWorry");

  private static final JollydayHolidays HOLIDAYS = new JollydayHolidays();
  private static final TemplateLibrary LIBRARY = new TemplateLibrary(HOLIDAYS);
  private static final MarkdownMailWriter MAILS = new MarkdownMailWriter("Voorbeeld");
  private static final CampaignFile FILE =
      new CampaignFile(MailTextCheck.by(MAILS), HOLIDAYS.countries()::contains);

  static Stream<Arguments> all() {
    return Stream.of(Tool.values())
        .flatMap(tool -> Stream.of(Sector.values()).map(sector -> Arguments.of(tool, sector)));
  }

  @Test
  void are_there_for_three_tools_in_six_sectors_each_with_a_key_of_its_own() {
    Set<String> keys = new HashSet<>();
    Set<String> chores = new HashSet<>();
    all()
        .forEach(
            one -> {
              Tool tool = (Tool) one.get()[0];
              Sector sector = (Sector) one.get()[1];
              keys.add(plan(tool, sector).campaign().value());
              chores.add(LIBRARY.chores(tool, sector, "nl"));
            });

    assertThat(keys).hasSize(18);
    assertThat(chores).as("generative and learning in each sector").hasSize(12);
  }

  @ParameterizedTest
  @MethodSource("all")
  void have_no_mistake_and_nothing_that_may_not_be_meant_so(Tool tool, Sector sector) {
    for (String language : List.of("nl", "en")) {
      String text = LIBRARY.take(tool, sector, language, OWNER, TAKEN);
      assertThat(good(text).warnings()).isEmpty();
      assertThat(text).doesNotContain("<%", "%>");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void give_the_same_plan_when_written_back(Tool tool, Sector sector) {
    Plan plan = plan(tool, sector);

    assertThat(good(new CampaignFileWriter().write(plan, person -> OWNER)).plan()).isEqualTo(plan);
  }

  @ParameterizedTest
  @MethodSource("all")
  void say_everything_in_dutch_and_in_english(Tool tool, Sector sector) {
    int texts =
        inBothLanguages(
            new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(LIBRARY.take(tool, sector, "en", OWNER, TAKEN)));

    assertThat(texts).isGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource("all")
  void have_mails_that_can_be_written(Tool tool, Sector sector) {
    Map<MailVariable, String> values = new EnumMap<>(MailVariable.class);
    MailTextCheck.ALWAYS_THERE.forEach(variable -> values.put(variable, "https://example.org/x"));
    Plan plan = plan(tool, sector);

    assertThat(plan.mails()).hasSizeGreaterThan(7);
    plan.mails()
        .forEach(
            (key, mail) -> {
              for (String language : List.of("nl", "en")) {
                assertThat(
                        MAILS
                            .write(
                                mail.subject().in(language),
                                mail.body().in(language),
                                language,
                                values)
                            .html())
                    .as(key)
                    .contains("<p")
                    .doesNotContain("{{", "**");
              }
            });
  }

  @ParameterizedTest
  @MethodSource("all")
  void ask_for_the_five_worries_and_react_to_each(Tool tool, Sector sector) {
    Plan plan = plan(tool, sector);

    for (String survey : List.of("readiness", "readiness-again")) {
      SurveyPlan asked = Objects.requireNonNull(plan.surveys().get(survey));
      assertThat(asked.questions()).extracting(Question::id).containsAll(WORRIES);
      assertThat(asked.questions().stream().filter(Question::readiness)).hasSize(5);
    }
    String reactions = plan.reactions().toString();
    assertThat(WORRIES).allSatisfy(worry -> assertThat(reactions).contains("answers." + worry));
  }

  @ParameterizedTest
  @MethodSource("all")
  void lead_through_every_stage_with_the_works_council_first(Tool tool, Sector sector) {
    Plan plan = plan(tool, sector);

    assertThat(plan.stages()).extracting(StagePlan::stage).containsExactly(StageName.values());
    assertThat(plan.stages()).allSatisfy(stage -> assertThat(stage.gate()).isNotNull());
    assertThat(plan.governance().toString()).contains("CONSENT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-28T12:00:00Z",
        "2026-03-09T12:00:00Z",
        "2026-04-27T23:30:00Z",
        "2026-11-20T09:00:00Z",
        "2027-11-29T09:00:00Z"
      })
  void start_on_a_working_monday_four_weeks_later_or_more(String taken) {
    Instant at = Instant.parse(taken);
    LocalDate start =
        Objects.requireNonNull(
            good(LIBRARY.take(Tool.COPILOT, Sector.CARE, "nl", OWNER, at))
                .plan()
                .waves()
                .get(0)
                .start());

    assertThat(start.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    assertThat(HOLIDAYS.isHoliday("NL", start)).isFalse();
    assertThat(start)
        .isBetween(
            LocalDate.parse(taken.substring(0, 10)).plusWeeks(4),
            LocalDate.parse(taken.substring(0, 10)).plusWeeks(7));
  }

  @Test
  void never_start_in_the_weeks_around_christmas() {
    Instant at = Instant.parse("2026-11-20T09:00:00Z");

    assertThat(LIBRARY.take(Tool.CHATGPT, Sector.RETAIL, "en", OWNER, at))
        .contains("start: 2027-01-04")
        .doesNotContain("start: 2026-12");
  }

  @Test
  void skip_a_monday_that_is_a_holiday() {
    Instant at = Instant.parse("2026-03-09T12:00:00Z");

    assertThat(LIBRARY.take(Tool.CHATGPT, Sector.RETAIL, "en", OWNER, at))
        .contains("start: 2026-04-13")
        .doesNotContain("start: 2026-04-06");
  }

  @Test
  void are_explained_in_the_language_of_who_takes_them() {
    String dutch = LIBRARY.take(Tool.COPILOT, Sector.FINANCE, "nl", OWNER, TAKEN);
    String english = LIBRARY.take(Tool.COPILOT, Sector.FINANCE, "en", OWNER, TAKEN);

    assertThat(dutch).contains("# Een hele campagne").doesNotContain("# A whole campaign");
    assertThat(english).contains("# A whole campaign").doesNotContain("# Een hele campagne");
    assertThat(Arrays.asList(dutch.split("\n"))).noneMatch(line -> line.endsWith(" "));
    assertThat(good(dutch).plan()).isEqualTo(good(english).plan());
  }

  @Test
  void keep_an_odd_owner_as_it_is() {
    String odd = "\"a \\\"b\"@example.org";

    assertThat(
            FILE.read(
                "campaign.yaml",
                LIBRARY
                    .take(Tool.COPILOT, Sector.CARE, "nl", odd, TAKEN)
                    .getBytes(StandardCharsets.UTF_8),
                who -> Optional.of(who).filter(odd::equals).map(PersonId::new)))
        .isInstanceOf(Good.class);
  }

  private static Plan plan(Tool tool, Sector sector) {
    return good(LIBRARY.take(tool, sector, "nl", OWNER, TAKEN)).plan();
  }

  /** Only the owner is in the directory. */
  private static Good good(String text) {
    CampaignFile.Read read =
        FILE.read(
            "campaign.yaml",
            text.getBytes(StandardCharsets.UTF_8),
            who -> who.equals(OWNER) ? Optional.of(new PersonId("p-1")) : Optional.empty());
    assertThat(read)
        .as(() -> read instanceof Bad bad ? bad.problems().toString() : "good")
        .isInstanceOf(Good.class);
    return (Good) read;
  }

  private static int inBothLanguages(Object node) {
    if (node instanceof Map<?, ?> map) {
      if (map.containsKey("nl") || map.containsKey("en")) {
        assertThat(map.keySet()).as(map.toString()).isEqualTo(Set.of("nl", "en"));
        assertThat(map.values()).allSatisfy(text -> assertThat(text.toString()).isNotBlank());
        return 1;
      }
      return map.values().stream().mapToInt(ReadyCampaigns::inBothLanguages).sum();
    }
    return node instanceof List<?> list
        ? list.stream().mapToInt(ReadyCampaigns::inBothLanguages).sum()
        : 0;
  }
}
