package org.uitrol.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.History.rejected;
import static org.uitrol.domain.testing.Plans.COPILOT;
import static org.uitrol.domain.testing.Plans.NO_HOLIDAYS;
import static org.uitrol.domain.testing.Plans.READER;
import static org.uitrol.domain.testing.Plans.WRITER;
import static org.uitrol.domain.testing.Plans.othersAfter;
import static org.uitrol.domain.testing.Plans.plan;
import static org.uitrol.domain.testing.Plans.waveOn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.campaign.CampaignCommand.AmendCampaign;
import org.uitrol.domain.campaign.CampaignCommand.LaunchCampaign;
import org.uitrol.domain.campaign.CampaignCommand.NoteStage;
import org.uitrol.domain.campaign.CampaignCommand.StartWave;
import org.uitrol.domain.campaign.CampaignEvent.CampaignAmended;
import org.uitrol.domain.campaign.CampaignEvent.CampaignLaunched;
import org.uitrol.domain.campaign.CampaignEvent.PlanApproved;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.PlanSubmitted;
import org.uitrol.domain.campaign.CampaignEvent.WaveMembers;
import org.uitrol.domain.campaign.CampaignEvent.WaveScheduled;
import org.uitrol.domain.campaign.Plan.After;
import org.uitrol.domain.campaign.Plan.Wave;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.testing.History;

class AWaveOfAShareOfThePeople {

  private static final Instant NOW = Instant.parse("2027-01-11T08:00:00Z");
  private static final Wave REST = othersAfter("rest", "pilot", StageName.DEMO, 0);

  @Test
  void takes_departments_that_come_as_near_to_it_as_can_be() {
    Map<DepartmentId, Integer> all = sized("a", 50, "b", 30, "c", 12, "d", 8);

    assertThat(waves(all, share("pilot", 20), REST))
        .containsExactly(members("pilot", "c", "d"), members("rest", "a", "b"));
    assertThat(waves(all, share("pilot", 33), REST))
        .containsExactly(members("pilot", "b"), members("rest", "a", "c", "d"));
  }

  @Test
  void takes_the_smaller_of_two_that_are_as_near_and_the_first_key_of_two_of_one_size() {
    assertThat(waves(sized("a", 40, "b", 20, "c", 40), share("pilot", 30), REST))
        .containsExactly(members("pilot", "b"), members("rest", "a", "c"));
    assertThat(waves(sized("c", 10, "b", 10, "a", 80), share("pilot", 10), REST))
        .containsExactly(members("pilot", "b"), members("rest", "a", "c"));
  }

  @Test
  void is_of_those_whom_no_wave_names_and_has_somebody() {
    Map<DepartmentId, Integer> all = sized("a", 900, "b", 60, "c", 40, "empty", 0);

    assertThat(waves(all, waveOn("first", "2027-01-11", id("a")), share("pilot", 1), REST))
        .containsExactly(
            members("first", "a"), members("pilot", "c"), members("rest", "b", "empty"));
  }

  @Test
  void leaves_room_for_further_shares_of_the_same_people() {
    Map<DepartmentId, Integer> all = sized("a", 10, "b", 20, "c", 70);

    assertThat(waves(all, share("pilot", 10), share("second", 20), REST))
        .containsExactly(members("pilot", "a"), members("second", "b"), members("rest", "c"));
  }

  @Test
  void is_refused_when_nobody_is_left() {
    assertThat(rejected(() -> waves(sized("a", 0), share("pilot", 10), REST)))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("EMPTY_WAVE"));
  }

  @Property(tries = 300)
  void is_as_near_as_any_choice_would_be_and_always_the_same(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 0, max = 60) Integer> sizes,
      @ForAll @IntRange(min = 1, max = 99) int share) {
    Map<DepartmentId, Integer> all = new LinkedHashMap<>();
    for (int i = 0; i < sizes.size(); i++) {
      all.put(id("d" + i), sizes.get(i));
    }
    long people = sizes.stream().mapToLong(Integer::longValue).sum();

    List<DepartmentId> chosen = WaveShare.choose(all, share, people);

    long best = Long.MAX_VALUE;
    for (int choice = 1; choice < 1 << sizes.size(); choice++) {
      long sum = 0;
      for (int i = 0; i < sizes.size(); i++) {
        sum += (choice >> i & 1) * sizes.get(i);
      }
      best = sum == 0 ? best : Math.min(best, Math.abs(100 * sum - share * people));
    }
    long sum = chosen.stream().mapToLong(all::get).sum();
    assertThat(chosen.isEmpty()).isEqualTo(people == 0);
    assertThat(chosen.isEmpty() || Math.abs(100 * sum - share * people) == best).isTrue();
    Map<DepartmentId, Integer> turned = new LinkedHashMap<>();
    all.entrySet().stream()
        .sorted((a, b) -> b.getKey().value().compareTo(a.getKey().value()))
        .forEach(one -> turned.put(one.getKey(), one.getValue()));
    assertThat(WaveShare.choose(turned, share, people)).isEqualTo(chosen);
  }

  @Test
  void keeps_its_departments_once_it_has_started_whatever_an_amendment_says() {
    Map<DepartmentId, Integer> all = sized("a", 10, "b", 20, "c", 70);
    Campaign campaign = launched(all, share("pilot", 10), REST);
    Campaign started =
        History.more(
            Campaign::evolve, campaign, campaign.startWave(new StartWave(COPILOT, "pilot", NOW)));
    Plan next = plan(share("pilot", 40), share("second", 20), REST);
    Campaign amending =
        History.more(
            Campaign::evolve,
            started,
            List.<CampaignEvent>of(
                new PlanDrafted(COPILOT, 2, next, WRITER, NOW),
                new PlanSubmitted(COPILOT, 2, WRITER, NOW),
                new PlanApproved(COPILOT, 2, READER, NOW)));

    assertThat(amending.amend(new AmendCampaign(COPILOT, 2, WRITER, all, NOW), NO_HOLIDAYS))
        .contains(
            new CampaignAmended(
                COPILOT,
                2,
                List.of(members("pilot", "a"), members("second", "b"), members("rest", "c")),
                WRITER,
                NOW));
  }

  @Test
  void can_be_waited_for_in_part() {
    Map<DepartmentId, Integer> all = sized("a", 1, "b", 1, "c", 1, "d", 1, "e", 1, "z", 5);
    Wave first = waveOn("pilot", "2027-01-11", id("a"), id("b"), id("c"), id("d"), id("e"));
    Wave rest = new Wave("rest", null, new After("pilot", StageName.DEMO, 1, 80), List.of(), true);
    Campaign campaign = launched(all, first, rest);

    for (String one : List.of("a", "b", "c")) {
      List<CampaignEvent> events =
          campaign.noteStage(new NoteStage(COPILOT, id(one), StageName.DEMO, NOW), NO_HOLIDAYS);
      assertThat(events).noneMatch(WaveScheduled.class::isInstance);
      campaign = History.more(Campaign::evolve, campaign, events);
    }

    NoteStage fourth = new NoteStage(COPILOT, id("d"), StageName.DEMO, NOW);
    List<CampaignEvent> events = campaign.noteStage(fourth, NO_HOLIDAYS);
    assertThat(events)
        .contains(new WaveScheduled(COPILOT, "rest", Instant.parse("2027-01-12T08:00:00Z"), NOW));
    Campaign after = History.more(Campaign::evolve, campaign, events);
    assertThat(after.noteStage(fourth, NO_HOLIDAYS)).isEmpty();
    assertThat(after.noteStage(new NoteStage(COPILOT, id("e"), StageName.DEMO, NOW), NO_HOLIDAYS))
        .noneMatch(WaveScheduled.class::isInstance);
  }

  private static List<WaveMembers> waves(Map<DepartmentId, Integer> all, Wave... waves) {
    CampaignEvent first =
        approved(waves).launch(new LaunchCampaign(COPILOT, WRITER, all, NOW), NO_HOLIDAYS).get(0);
    return ((CampaignLaunched) first).waves();
  }

  private static Campaign launched(Map<DepartmentId, Integer> all, Wave... waves) {
    Campaign approved = approved(waves);
    return History.more(
        Campaign::evolve,
        approved,
        approved.launch(new LaunchCampaign(COPILOT, WRITER, all, NOW), NO_HOLIDAYS));
  }

  private static Campaign approved(Wave... waves) {
    return History.of(
        Campaign::evolve,
        List.<CampaignEvent>of(
            new PlanDrafted(COPILOT, 1, plan(waves), WRITER, NOW),
            new PlanSubmitted(COPILOT, 1, WRITER, NOW),
            new PlanApproved(COPILOT, 1, READER, NOW)));
  }

  private static Wave share(String name, int share) {
    return new Wave(name, LocalDate.of(2027, 1, 11), null, List.of(), false, share);
  }

  private static WaveMembers members(String wave, String... departments) {
    return new WaveMembers(
        wave, List.of(departments).stream().map(AWaveOfAShareOfThePeople::id).toList());
  }

  private static Map<DepartmentId, Integer> sized(Object... pairs) {
    Map<DepartmentId, Integer> sized = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      sized.put(id((String) pairs[i]), (Integer) pairs[i + 1]);
    }
    return sized;
  }

  private static DepartmentId id(String key) {
    return new DepartmentId(key);
  }
}
