package org.uitrol.adapters.dossier;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.files.campaign.PlanChanges;
import org.uitrol.adapters.proof.ProofJson;
import org.uitrol.adapters.web.campaign.PlanWords;
import org.uitrol.adapters.web.shared.MeasureWords;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.audit.Names;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.audit.Wording;
import org.uitrol.application.audit.Wording.Teller;
import org.uitrol.application.audit.dossier.Dossier;
import org.uitrol.application.rollout.ActivityTitles;
import org.uitrol.domain.adoption.Headcount;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.consultation.Measure;
import org.uitrol.domain.campaign.consultation.Opinion;
import org.uitrol.domain.proof.SignedCheckpoint;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.gate.GatePlan;
import org.uitrol.domain.shared.PersonId;

/** Says a dossier in one language. Safe for many threads. */
@Component
public final class DossierWords {

  private final Wording wording;
  private final PlanWords plans;
  private final MeasureWords measures;
  private final Words words;

  public DossierWords(Wording wording, PlanWords plans, MeasureWords measures, Words words) {
    this.wording = wording;
    this.plans = plans;
    this.measures = measures;
    this.words = words;
  }

  /**
   * The dossier in words.
   *
   * @param names how accounts and departments are called for the reader; people stay identifiers,
   *     whatever these names say
   */
  public DossierDocument tell(Dossier dossier, Locale locale, Names names) {
    return in(locale, () -> new Telling(dossier, locale, new WithoutPeople(names)).document());
  }

  /** Does something as if the reader's own language were that one. */
  static <T> T in(Locale locale, Supplier<T> work) {
    @Nullable LocaleContext before = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocale(locale);
    try {
      return work.get();
    } finally {
      LocaleContextHolder.setLocaleContext(before);
    }
  }

  /** One dossier in one language. */
  private final class Telling {

    private final Dossier dossier;
    private final Locale locale;
    private final Names names;
    private final Teller teller;
    private final ZoneId zone;

    Telling(Dossier dossier, Locale locale, Names names) {
      this.dossier = dossier;
      this.locale = locale;
      this.names = names;
      this.teller = wording.teller(locale, names);
      this.zone = dossier.plan().calendar().zone();
    }

    DossierDocument document() {
      SignedCheckpoint covered = dossier.covered();
      Plan plan = dossier.plan();
      return new DossierDocument(
          DossierDocument.FORMAT,
          locale.getLanguage(),
          new DossierDocument.Campaign(
              dossier.campaign().value(),
              words.text(plan.title()),
              plan.tool(),
              words.say("dossier.ai." + plan.ai().name()),
              words.of(dossier.status()),
              dossier.version()),
          dossier.until(),
          dossier.knownAt(),
          covered == null ? null : ProofJson.document(covered),
          dossier.uncovered(),
          dossier.smallestGroup(),
          dossier.versions().stream().map(this::version).toList(),
          dossier.consultations().stream().map(this::consultation).toList(),
          dossier.measures().stream().map(this::measure).toList(),
          events(dossier.decisions()),
          dossier.departments().stream().map(this::department).toList(),
          stages(dossier.totals()),
          concerns(dossier.concerns()),
          counts(dossier.mails()),
          dossier.checkpoints().stream().map(this::checkpoint).toList(),
          counts(dossier.erasures()),
          dossier.retained().stream()
              .map(
                  one ->
                      new DossierDocument.Retained(
                          one.kind().name(), words.of(one.kind()), one.runs(), one.removed()))
              .toList());
    }

    private DossierDocument.Version version(Dossier.Version version) {
      Plan before = version.before();
      List<DossierDocument.Change> changes = new ArrayList<>();
      if (before != null) {
        plans.told(PlanChanges.between(before, version.plan(), PersonId::value)).stream()
            .map(
                told ->
                    new DossierDocument.Change(
                        told.where(), told.said(), told.before(), told.after()))
            .forEach(changes::add);
      }
      return new DossierDocument.Version(
          version.version(),
          version.plan().stages().stream().map(stage -> planned(stage, version.plan())).toList(),
          changes,
          events(version.events()));
    }

    private DossierDocument.PlannedStage planned(StagePlan stage, Plan plan) {
      GatePlan gate = stage.gate();
      return new DossierDocument.PlannedStage(
          stage.stage().key(),
          words.of(stage.stage()),
          stage.activities().stream()
              .map(one -> title(one, plan) + " (" + words.of(one.kind()) + ", " + one.id() + ")")
              .toList(),
          gate.needs(),
          gate.least(),
          gate.most(),
          gate.approvals().stream().map(words::of).toList());
    }

    private String title(ActivityPlan activity, Plan plan) {
      return ActivityTitles.of(activity, plan, words.language()).replaceAll("\\{\\{[^}]*}}", "…");
    }

    private DossierDocument.Consultation consultation(Dossier.Consulted one) {
      Opinion opinion = one.opinion();
      String outcome = one.settled() ? "settled" : one.setAside() ? "setAside" : "open";
      return new DossierDocument.Consultation(
          one.version(),
          one.rule().body(),
          words.of(one.rule().needs()),
          words.of(one.rule().before()),
          opinion == null ? "" : words.of(opinion),
          one.conditions().stream()
              .map(condition -> new DossierDocument.Condition(condition.text(), condition.met()))
              .toList(),
          words.say("dossier.outcome." + outcome),
          events(one.events()));
    }

    private DossierDocument.Measure measure(Measure measure) {
      return new DossierDocument.Measure(
          measure.kind().name(),
          measures.title(measure, dossier.plan()),
          measures.what(measure),
          measures.why(measure),
          words.of(measure.rule().basis()),
          measure.rule().keep(),
          measure.smallestGroup());
    }

    private DossierDocument.Department department(Dossier.Department one) {
      return new DossierDocument.Department(
          one.department().value(),
          names.department(one.department()),
          one.planVersion(),
          words.of(one.status()),
          words.of(one.stage()),
          one.members(),
          stages(one.stages()));
    }

    private List<DossierDocument.Stage> stages(SortedMap<StageName, Dossier.Stage> stages) {
      List<DossierDocument.Stage> told = new ArrayList<>();
      stages.forEach(
          (name, stage) ->
              told.add(
                  new DossierDocument.Stage(
                      name.key(),
                      words.of(name),
                      people(stage.invited()),
                      people(stage.attended()),
                      people(stage.enrolled()),
                      people(stage.trained()),
                      stage.surveys().stream()
                          .map(
                              one ->
                                  new DossierDocument.Survey(
                                      one.activity(),
                                      words.text(one.survey().title()),
                                      known(one.people())))
                          .toList())));
      return told;
    }

    private DossierDocument.@Nullable People people(@Nullable Headcount count) {
      return count == null ? null : known(count);
    }

    /** A number as far as it may be told; a range where it may not. */
    private DossierDocument.People known(Headcount count) {
      String said =
          count.isWithheld()
              ? words.say("dossier.withheld", count.people())
              : count.isExact()
                  ? words.say("dossier.exactly", count.atMost(), count.people())
                  : words.say("dossier.between", count.atLeast(), count.atMost(), count.people());
      return new DossierDocument.People(count.atLeast(), count.atMost(), count.people(), said);
    }

    private DossierDocument.Concerns concerns(Dossier.Concerns concerns) {
      return new DossierDocument.Concerns(
          concerns.raised(),
          concerns.open(),
          concerns.mustAnswer(),
          concerns.answered(),
          concerns.withdrawn(),
          concerns.answers().stream()
              .map(
                  one ->
                      new DossierDocument.Answer(
                          one.question(), one.answer(), one.at(), moment(one.at())))
              .toList());
    }

    private List<DossierDocument.Count> counts(Map<String, Long> counts) {
      List<DossierDocument.Count> told = new ArrayList<>();
      counts.forEach(
          (name, count) ->
              told.add(new DossierDocument.Count(name, words.say("dossier.count." + name), count)));
      return told;
    }

    private DossierDocument.Checkpoint checkpoint(SignedCheckpoint signed) {
      return new DossierDocument.Checkpoint(
          signed.checkpoint().number(),
          signed.checkpoint().size(),
          signed.checkpoint().position(),
          signed.checkpoint().at(),
          moment(signed.checkpoint().at()),
          signed.checkpoint().digest().toString(),
          signed.checkpoint().key().toString());
    }

    private List<DossierDocument.Entry> events(List<TrailRow> rows) {
      return rows.stream()
          .map(
              row ->
                  new DossierDocument.Entry(
                      row.position(),
                      row.event(),
                      row.name(),
                      row.at(),
                      teller.when(row),
                      teller.what(row),
                      teller.who(row),
                      row.department() == null ? null : names.department(row.department())))
          .toList();
    }

    private String moment(Instant moment) {
      return DateTimeFormatter.ofPattern("EEE d MMMM uuuu HH:mm", locale)
          .format(moment.atZone(zone));
    }
  }
}
