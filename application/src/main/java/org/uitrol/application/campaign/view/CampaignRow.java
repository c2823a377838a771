package org.uitrol.application.campaign.view;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.campaign.CampaignStatus;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.Text;

/**
 * A campaign at a glance.
 *
 * @param tool what is rolled out
 * @param version the plan version that the status is about; versions count from 1
 * @param author who wrote that version
 * @param submittedBy who asked for its approval, once somebody did
 * @param approvedBy who approved it, once somebody did
 * @param zone in which the campaign's days and hours are meant
 * @param draftedAt when that version was written
 * @param launchedAt when it was launched, once it was
 * @param waves in the order of the plan; the departments of a wave are known from the launch on
 * @param versions all plan versions, the first one first
 * @param amendment what was written while it runs and isn't in force yet
 * @param consulted versions about which the works council has had its say
 * @param answers what was answered besides what the plan answers
 */
public record CampaignRow(
    CampaignId campaign,
    Text title,
    String tool,
    CampaignStatus status,
    int version,
    AccountId author,
    @Nullable AccountId submittedBy,
    @Nullable AccountId approvedBy,
    ZoneId zone,
    Instant draftedAt,
    @Nullable Instant launchedAt,
    List<WaveRow> waves,
    List<VersionRow> versions,
    @Nullable AmendmentRow amendment,
    Set<Integer> consulted,
    Map<Disclosure, Text> answers) {

  @SuppressWarnings("ConstantValue") // Rows from before there were consultations and answers.
  public CampaignRow {
    consulted = consulted == null ? Set.of() : Set.copyOf(consulted);
    answers = answers == null ? Map.of() : Map.copyOf(answers);
    waves = List.copyOf(waves);
    versions = List.copyOf(versions);
  }

  /** The version that a next one is written from: the amendment while there is one. */
  public int newestVersion() {
    return amendment == null ? version : amendment.version();
  }

  CampaignRow in(CampaignStatus status) {
    Next next = new Next(this);
    next.status = status;
    return next.row();
  }

  CampaignRow reviewed(@Nullable AccountId submitter, @Nullable AccountId approver) {
    Next next = new Next(this);
    next.submittedBy = submitter;
    next.approvedBy = approver;
    return next.row();
  }

  CampaignRow launched(Instant when, List<WaveRow> members) {
    Next next = new Next(this);
    next.launchedAt = when;
    next.waves = members;
    return next.row();
  }

  CampaignRow wave(String name, UnaryOperator<WaveRow> change) {
    Next next = new Next(this);
    next.waves =
        waves.stream().map(one -> one.wave().equals(name) ? change.apply(one) : one).toList();
    return next.row();
  }

  CampaignRow amending(@Nullable AmendmentRow draft) {
    Next next = new Next(this);
    next.amendment = draft;
    return next.row();
  }

  CampaignRow written(VersionRow one) {
    Next next = new Next(this);
    next.versions =
        Copies.with(versions.stream().filter(v -> v.version() != one.version()).toList(), one);
    return next.row();
  }

  /** The amendment is in force: the campaign is about it from now on. */
  CampaignRow amended(AmendmentRow taken, List<WaveRow> members) {
    Next next = new Next(this);
    next.title = taken.title();
    next.tool = taken.tool();
    next.version = taken.version();
    next.author = taken.author();
    next.submittedBy = taken.submittedBy();
    next.approvedBy = taken.approvedBy();
    next.draftedAt = taken.draftedAt();
    next.waves = members;
    next.amendment = null;
    return next.row();
  }

  CampaignRow told(Set<Integer> versions, Map<Disclosure, Text> answers) {
    Next next = new Next(this);
    next.consulted = versions;
    next.answers = answers;
    return next.row();
  }

  /** A copy in which some things are changed. */
  private static final class Next {

    private final CampaignRow was;
    private Text title;
    private String tool;
    private CampaignStatus status;
    private int version;
    private AccountId author;
    private @Nullable AccountId submittedBy;
    private @Nullable AccountId approvedBy;
    private Instant draftedAt;
    private @Nullable Instant launchedAt;
    private List<WaveRow> waves;
    private List<VersionRow> versions;
    private @Nullable AmendmentRow amendment;
    private Set<Integer> consulted;
    private Map<Disclosure, Text> answers;

    Next(CampaignRow was) {
      this.was = was;
      title = was.title;
      tool = was.tool;
      status = was.status;
      version = was.version;
      author = was.author;
      submittedBy = was.submittedBy;
      approvedBy = was.approvedBy;
      draftedAt = was.draftedAt;
      launchedAt = was.launchedAt;
      waves = was.waves;
      versions = was.versions;
      amendment = was.amendment;
      consulted = was.consulted;
      answers = was.answers;
    }

    CampaignRow row() {
      return new CampaignRow(
          was.campaign,
          title,
          tool,
          status,
          version,
          author,
          submittedBy,
          approvedBy,
          was.zone,
          draftedAt,
          launchedAt,
          waves,
          versions,
          amendment,
          consulted,
          answers);
    }
  }
}
