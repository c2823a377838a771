package org.uitrol.adapters.files.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.uitrol.adapters.files.campaign.EachKeyOfACampaignFile.Row;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.shared.PersonId;

class TwoVersionsOfAPlan {

  private static final String RESOURCE = "/campaign-file/base.yaml";

  @Test
  void that_say_the_same_do_not_differ() throws IOException {
    assertThat(changes(base(), base() + "# a comment\n")).isEmpty();
  }

  @Test
  void differ_where_a_value_is_another() throws IOException {
    assertThat(changes(base(), base().replace("open: 8 working days", "open: 5 working days")))
        .containsExactly(
            "CHANGED stages[announce].activities[ask].open: 8 working days > 5 working days");
  }

  @Test
  void differ_by_what_is_new_and_what_is_gone() throws IOException {
    String after =
        base()
            .replace(
                "      - { id: news-again, announcement: other }",
                "      - { id: more, announcement: other }")
            .replace("needs: [\"responses.rate >= 0.4\"]", "needs: [\"responses.rate >= 0.5\"]");
    assertThat(changes(base(), after))
        .containsExactly(
            "ADDED stages[announce].gate.needs:  > responses.rate >= 0.5",
            "REMOVED stages[announce].gate.needs: responses.rate >= 0.4 > ",
            "ADDED stages[demo].activities[more]:  > id: more, announcement: other",
            "REMOVED stages[demo].activities[news-again]: id: news-again, announcement: other > ");
  }

  @Test
  void differ_by_a_text_of_their_own_key() throws IOException {
    assertThat(
            changes(
                base(),
                base()
                    .replace("subject: { nl: Nieuws, en: News }", "subject: { nl: X, en: News }")))
        .containsExactly("CHANGED mails.news.subject.nl: Nieuws > X");
  }

  @Test
  void differ_by_order_alone() throws IOException {
    assertThat(
            changes(
                base(),
                base()
                    .replace("      - { id: news, announcement: news, after: 1 working day }\n", "")
                    .replace(
                        "      - { id: assign,",
                        "      - { id: news, announcement: news, after: 1 working day }\n"
                            + "      - { id: assign,")))
        .singleElement()
        .asString()
        .startsWith("REORDERED stages[announce].activities");
  }

  @ParameterizedTest
  @MethodSource("org.uitrol.adapters.files.campaign.EachKeyOfACampaignFile#rows")
  void differ_in_whichever_key_it_is(Row row) throws IOException {
    Plan before = AnyCampaignFile.good(base()).plan();
    Plan after =
        AnyCampaignFile.good(EachKeyOfACampaignFile.with(row.at(), row.right()).toString()).plan();

    assertThat(PlanChanges.between(before, after, PersonId::value).isEmpty())
        .isEqualTo(before.equals(after));
  }

  private static List<String> changes(String before, String after) {
    return PlanChanges.between(
            AnyCampaignFile.good(before).plan(),
            AnyCampaignFile.good(after).plan(),
            PersonId::value)
        .stream()
        .map(
            change ->
                change.kind()
                    + " "
                    + change.where()
                    + ": "
                    + change.before()
                    + " > "
                    + change.after())
        .toList();
  }

  private static String base() throws IOException {
    return AnyCampaignFile.resource(RESOURCE);
  }
}
