package org.uitrol.adapters.files.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.uitrol.adapters.files.campaign.CampaignFile.Bad;
import org.uitrol.adapters.files.campaign.CampaignFile.Good;
import org.uitrol.adapters.files.campaign.CampaignFile.Read;
import org.uitrol.adapters.mail.MarkdownMailWriter;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.Plan.Wave;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

class TheSampleCampaign {

  private static Plan plan;

  @BeforeAll
  static void read() throws IOException {
    plan = AnyCampaignFile.good(AnyCampaignFile.resource("/sample/campaign.yaml")).plan();
  }

  @Test
  void is_read_without_a_warning() throws IOException {
    assertThat(AnyCampaignFile.good(AnyCampaignFile.resource("/sample/campaign.yaml")).warnings())
        .isEmpty();
  }

  @Test
  void is_right_for_the_real_mails_holidays_and_people() throws IOException {
    String people = AnyCampaignFile.resource("/sample/people.csv");
    CampaignFile file =
        new CampaignFile(
            MailTextCheck.by(new MarkdownMailWriter("Gemeente Voorbeeld")), "NL"::equals);

    Read read =
        file.read(
            "campaign.yaml",
            AnyCampaignFile.resource("/sample/campaign.yaml").getBytes(StandardCharsets.UTF_8),
            who ->
                people.contains(";" + who + ";")
                    ? Optional.of(new PersonId(who))
                    : Optional.empty());

    assertThat(read).isInstanceOf(Good.class);
  }

  @Test
  void would_be_refused_with_mail_texts_that_can_not_be_filled_in() throws IOException {
    CampaignFile file =
        new CampaignFile(
            MailTextCheck.by(new MarkdownMailWriter("Gemeente Voorbeeld")), "NL"::equals);
    String text =
        AnyCampaignFile.resource("/campaign-file/base.yaml")
            .replace(
                "{ nl: Nieuws, en: News }", "{ nl: 'Over {{session.title}}', en: 'A {{#tool}}' }");

    Read read =
        file.read(
            "plan.yaml",
            text.getBytes(StandardCharsets.UTF_8),
            who -> Optional.of(new PersonId(who)));

    assertThat(((Bad) read).problems())
        .extracting(Problem::path)
        .containsExactly("mails.news.subject.nl", "mails.news.subject.en");
  }

  @Test
  void leads_three_departments_through_all_stages_in_two_waves() {
    assertThat(plan.stages()).extracting(StagePlan::stage).containsExactly(StageName.values());
    assertThat(plan.waves().get(0).start()).isEqualTo(LocalDate.of(2027, 1, 11));
    assertThat(plan.waves())
        .flatExtracting(Wave::departments)
        .containsExactly(
            new DepartmentId("burgerzaken"),
            new DepartmentId("financien"),
            new DepartmentId("sociaal-domein"));
  }

  @Test
  void reacts_to_fear_to_unreadiness_and_to_missed_training() {
    assertThat(plan.reactions())
        .extracting(ReactionPlan::id)
        .contains("job-fear", "not-ready", "missed-training", "course-overdue");
  }
}
