package org.uitrol.adapters.web.shared;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.security.CertificateCodes;
import org.uitrol.adapters.security.CertificateCodes.Claim;
import org.uitrol.adapters.security.CertificateCodes.Kind;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.training.CoursePlan;
import org.uitrol.domain.training.LearnerEvent;
import org.uitrol.domain.training.LearnerRecord;
import org.uitrol.domain.training.PathPlan;
import org.uitrol.domain.training.SkillPath;
import org.uitrol.domain.training.SkillPathEvent;
import org.uitrol.domain.training.SkillPathEvent.PathCompleted;
import org.uitrol.domain.training.SkillPlan;
import org.uitrol.domain.training.SkillRoute;

/** Works out, from the history itself, what certificates say. */
@Component
public class Certificates {

  /** Sources that have words of their own. */
  private static final Set<String> SOURCES = Set.of("attendance", "csv", "api", "self", "xapi");

  private final Streams streams;
  private final RolloutIndex rollouts;
  private final Plans plans;
  private final CertificateCodes codes;

  public Certificates(Streams streams, RolloutIndex rollouts, Plans plans, CertificateCodes codes) {
    this.streams = streams;
    this.rollouts = rollouts;
    this.plans = plans;
    this.codes = codes;
  }

  /** Of a course; empty when it isn't finished. */
  public Optional<Certificate> ofCourse(LearnerRecordId learner) {
    return streams
        .state(learner, LearnerEvent.class, LearnerRecord::evolve)
        .filter(record -> record.state() == LearnerRecord.State.COMPLETED)
        .flatMap(
            record ->
                Optional.ofNullable(record.result())
                    .flatMap(
                        result -> plan(record.rollout()).map(plan -> of(record, result, plan))));
  }

  private static Certificate of(LearnerRecord record, LearnerRecord.Result result, Plan plan) {
    CoursePlan course = plan.courses().get(record.course());
    String source = result.source();
    int slash = source.indexOf('/');
    String kind = slash < 0 ? source : source.substring(0, slash);
    return new Certificate(
        record.person(),
        course == null ? Text.of("en", record.course()) : course.title(),
        List.of(),
        result.completedAt(),
        result.score(),
        SOURCES.contains(kind) ? kind : "other",
        plan.title());
  }

  /** Of a whole path; empty when it isn't finished. */
  public Optional<Certificate> ofPath(SkillPathId id) {
    List<SkillPathEvent> history = streams.events(id, SkillPathEvent.class);
    return streams
        .state(id, SkillPathEvent.class, SkillPath::evolve)
        .filter(path -> path.state() == SkillPath.State.COMPLETED)
        .flatMap(path -> plan(path.rollout()).map(plan -> of(path, completedAt(history), plan)));
  }

  private static Instant completedAt(List<SkillPathEvent> history) {
    return history.stream()
        .filter(PathCompleted.class::isInstance)
        .map(event -> ((PathCompleted) event).at())
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private static Certificate of(SkillPath path, Instant completedAt, Plan plan) {
    PathPlan said = plan.skillMatrix().paths().get(path.uses());
    return new Certificate(
        path.person(),
        said == null ? Text.of("en", path.uses()) : said.title(),
        path.skills().stream().map(SkillRoute::skill).map(skill -> title(skill, plan)).toList(),
        completedAt,
        null,
        "",
        plan.title());
  }

  private static Text title(String skill, Plan plan) {
    SkillPlan said = plan.skillMatrix().skills().get(skill);
    return said == null ? Text.of("en", skill) : said.title();
  }

  private Optional<Plan> plan(RolloutId rollout) {
    return rollouts
        .find(rollout)
        .map(entry -> plans.inForce(entry.campaign(), entry.planVersion()));
  }

  /** By which it can be checked. */
  public String code(Kind kind, String id, Certificate certificate) {
    return codes.code(new Claim(kind, id, certificate.completedAt()));
  }

  /** What became of a code. */
  public enum Verdict {
    GOOD,
    /** What it says isn't so any more: it was taken back, or corrected since. */
    NO_LONGER,
    NOT_OURS
  }

  /** A code, looked at; the certificate is there when it is good. */
  public record Checked(Verdict verdict, Optional<Certificate> certificate) {}

  /** Looks whether what a code says is still so. */
  public Checked check(String code) {
    Optional<Claim> claim = codes.read(code.strip());
    if (claim.isEmpty()) {
      return new Checked(Verdict.NOT_OURS, Optional.empty());
    }
    Claim said = claim.get();
    Optional<Certificate> now =
        said.kind() == Kind.COURSE
            ? ofCourse(new LearnerRecordId(said.id()))
            : ofPath(new SkillPathId(said.id()));
    Optional<Certificate> same =
        now.filter(
            one -> one.completedAt().getEpochSecond() == said.completedAt().getEpochSecond());
    return new Checked(same.isPresent() ? Verdict.GOOD : Verdict.NO_LONGER, same);
  }
}
