package org.uitrol.adapters.files.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.conditions.ConditionCheck;
import org.uitrol.domain.adoption.UsageProduct;
import org.uitrol.domain.adoption.UsageRule;
import org.uitrol.domain.campaign.Governance;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.Plan.AiKind;
import org.uitrol.domain.campaign.Plan.LoadRule;
import org.uitrol.domain.campaign.Plan.Overflow;
import org.uitrol.domain.campaign.Plan.PrivacyRule;
import org.uitrol.domain.campaign.Plan.Wave;
import org.uitrol.domain.campaign.consultation.ConsultationRule;
import org.uitrol.domain.communication.MailText;
import org.uitrol.domain.concern.ConcernCategory;
import org.uitrol.domain.concern.ConcernRule;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.rollout.audience.AudienceRules;
import org.uitrol.domain.rollout.audience.ChampionsPlan;
import org.uitrol.domain.rollout.audience.MemberRules;
import org.uitrol.domain.rollout.audience.SegmentPlan;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.session.MeetingPlan;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.shared.CalendarRule;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.Keys;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.training.CoursePlan;
import org.uitrol.domain.training.SkillMatrix;

/** Reads one file from top to bottom. */
final class PlanReader {

  static final int SMALLEST_GROUP = 5;
  static final int MAILS_PER_WEEK = 3;
  private static final int MOST_LANGUAGES = 10;
  private static final String NEVER = "never";
  private static final String WITH_CONSENT = "with-consent";
  private static final List<String> INDIVIDUAL_USAGE = List.of(NEVER, WITH_CONSENT);
  private static final List<String> USAGE_PRODUCTS = Keys.all(UsageProduct.class);
  private static final List<String> OVERFLOWS = List.of("wait", "digest");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");
  private static final Map<String, AiKind> AI_KINDS =
      Map.of(
          "generative", AiKind.GENERATIVE,
          "machine-learning", AiKind.MACHINE_LEARNING,
          "both", AiKind.BOTH);

  private final YamlTree tree;
  private final Problems problems;
  private final Values values;
  private final MailTextCheck mailCheck;
  private final Predicate<String> countries;
  private final ConditionCheck check;

  PlanReader(
      YamlTree tree,
      Problems problems,
      PersonLookup people,
      MailTextCheck mailCheck,
      Predicate<String> countries,
      ConditionCheck check) {
    this.tree = tree;
    this.problems = problems;
    this.values = new Values(problems, people);
    this.mailCheck = mailCheck;
    this.countries = countries;
    this.check = check;
  }

  /** The plan; it holds stand-ins when there were problems. */
  Plan read() {
    Fields fields = Fields.of(new Entry("", tree.root()), Shape.CAMPAIGN, problems);
    version(fields.need("uitrol"));
    CampaignId campaign = new CampaignId(values.slug(fields.need("campaign")));
    List<String> languages = languages(fields.need("languages"));
    values.speak(languages);
    Text title = values.text(fields.need("title"), false, Values.LINE);
    String tool = values.line(fields.need("tool"));
    AiKind ai = ai(fields.need("ai"));
    CalendarRule calendar =
        new CalendarReader(values, problems, countries).read(fields.need("calendar"));
    PersonId owner = values.person(fields.need("owner"));
    PrivacyRule privacy = privacy(fields.get("privacy"));
    LoadRule load = load(fields.get("load"));
    ConcernRule concerns = concerns(fields.get("concerns"));

    Used used = new Used();
    ContentReader content = new ContentReader(values, problems, mailCheck, used);
    Map<String, MailText> mails = content.mails(fields.get("mails"));
    Map<String, SurveyPlan> surveys =
        new SurveyReader(values, problems, used).surveys(fields.get("surveys"));
    Map<String, Room> rooms = content.rooms(fields.get("rooms"));
    Map<String, MeetingPlan> meetings = content.meetings(fields.get("meetings"), rooms.keySet());
    Map<String, CoursePlan> courses = content.courses(fields.get("courses"), rooms.keySet());

    ConditionReader conditions =
        new ConditionReader(tree, problems, check, surveys, privacy.usage());
    SegmentsReader audiences = new SegmentsReader(values, problems, used);
    Map<String, SegmentPlan> segments = audiences.read(fields.get("segments"));
    MemberRules members = audiences.members(fields.get("people"));
    ChampionsPlan champions = audiences.champions(fields.get("champions"));
    SkillMatrix matrix =
        new SkillsReader(values, problems, used, audiences, courses)
            .read(fields.get("skills"), fields.get("paths"), segments.keySet());
    References known =
        new References(
            mails.keySet(),
            surveys,
            meetings,
            courses,
            champions == null
                ? segments.keySet()
                : Copies.with(segments.keySet(), Audience.CHAMPIONS),
            matrix.paths());
    List<StagePlan> stages =
        new StagesReader(values, problems, conditions, known, used, audiences)
            .read(fields.need("stages"));
    List<ReactionPlan> reactions =
        new ReactionsReader(values, problems, conditions, known, used, audiences)
            .read(fields.get("reactions"));
    List<Wave> waves =
        new WavesReader(values, problems, calendar)
            .read(fields.need("waves"), stages.stream().map(StagePlan::stage).toList());
    Governance governance =
        new GovernanceReader(values, problems)
            .read(fields, stages.stream().map(StagePlan::stage).toList());
    checkConsent(fields, privacy, governance);
    used.warn(problems);
    conditions.warnOfNeverKnown(used);
    return new Plan(
        campaign,
        title,
        tool,
        ai,
        languages,
        calendar,
        owner,
        privacy,
        load,
        waves,
        stages,
        reactions,
        mails,
        surveys,
        meetings,
        courses,
        List.copyOf(rooms.values()),
        governance,
        concerns,
        segments.isEmpty() && members == null && champions == null
            ? null
            : new AudienceRules(segments, members, champions),
        matrix.equals(SkillMatrix.NONE) ? null : matrix);
  }

  private void version(@Nullable Entry entry) {
    if (entry != null && values.number(entry, 1, 1) != 1) {
      throw new IllegalStateException("a number from 1 to 1 is 1");
    }
  }

  private List<String> languages(@Nullable Entry entry) {
    List<String> tags = new ArrayList<>();
    for (Entry item : values.items(entry, MOST_LANGUAGES)) {
      String tag = values.lineOrNull(item);
      if (tag == null) {
        continue;
      }
      if (!isLanguage(tag)) {
        problems.error(item, "'" + tag + "' isn't a language tag such as nl, en or nl-BE");
      } else if (tags.contains(tag)) {
        problems.error(item, "'" + tag + "' stands here twice");
      } else {
        tags.add(tag);
      }
    }
    return tags.isEmpty() ? List.of("en") : tags;
  }

  private static boolean isLanguage(String tag) {
    return LANGUAGE.matcher(tag).matches()
        && Set.of(Locale.getISOLanguages()).contains(Locale.forLanguageTag(tag).getLanguage());
  }

  private AiKind ai(@Nullable Entry entry) {
    String word =
        values.word(entry, List.of("generative", "machine-learning", "both"), "generative");
    return AI_KINDS.getOrDefault(word, AiKind.GENERATIVE);
  }

  private PrivacyRule privacy(@Nullable Entry entry) {
    Fields fields = Fields.of(entry, Shape.PRIVACY, problems);
    Entry group = fields.get("smallestGroup");
    return new PrivacyRule(
        group == null ? SMALLEST_GROUP : values.number(group, SMALLEST_GROUP, 1_000),
        usage(fields.get("usage"), isIndividual(fields)));
  }

  private boolean isIndividual(Fields fields) {
    Entry entry = fields.get("individualUsage");
    boolean individual = values.word(entry, INDIVIDUAL_USAGE, NEVER).equals(WITH_CONSENT);
    if (entry != null && individual && fields.get("usage") == null) {
      problems.error(entry, "no report of use counts: say whose do, in privacy.usage");
    }
    return individual;
  }

  /** One person's use is looked at only where the works council is asked for its consent first. */
  private void checkConsent(Fields file, PrivacyRule privacy, Governance governance) {
    UsageRule usage = privacy.usage();
    ConsultationRule consultation = governance.consultation();
    Entry entry = file.get("privacy");
    if (entry != null
        && usage != null
        && usage.isIndividual()
        && (consultation == null || consultation.needs() != ConsultationRule.Needs.CONSENT)) {
      problems.error(
          entry,
          "'individualUsage: with-consent' needs a works council that is asked for its consent:"
              + " 'consultation' with 'needs: consent'");
    }
  }

  private @Nullable UsageRule usage(@Nullable Entry entry, boolean individual) {
    if (entry == null) {
      return null;
    }
    Fields fields = Fields.of(entry, Shape.USAGE, problems);
    Entry weeks = fields.get("activeWeeks");
    String of = values.word(fields.need("of"), USAGE_PRODUCTS, USAGE_PRODUCTS.get(0));
    return new UsageRule(
        Keys.find(UsageProduct.class, of).orElse(UsageProduct.COPILOT),
        weeks == null ? UsageRule.USUAL_WEEKS : values.number(weeks, 2, 4),
        individual ? Boolean.TRUE : null);
  }

  private @Nullable ConcernRule concerns(@Nullable Entry entry) {
    if (entry == null) {
      return null;
    }
    Fields fields = Fields.of(entry, Shape.CONCERNS, problems);
    Entry within = fields.get("answerWithin");
    List<ConcernCategory> mustAnswer = new ArrayList<>();
    for (Entry item : values.items(fields.get("mustAnswer"), ConcernCategory.values().length)) {
      String key = values.word(item, ConcernCategory.keys(), "");
      ConcernCategory.of(key)
          .ifPresent(
              category -> {
                if (mustAnswer.contains(category)) {
                  problems.error(item, "'" + key + "' stands here twice");
                } else {
                  mustAnswer.add(category);
                }
              });
    }
    return new ConcernRule(
        within == null ? ConcernRule.DEFAULT.answerWithin() : values.workingDays(within, 1),
        mustAnswer);
  }

  private LoadRule load(@Nullable Entry entry) {
    Fields fields = Fields.of(entry, Shape.LOAD, problems);
    Entry mails = fields.get("mailsPerPersonPerWeek");
    Entry atOnce = fields.get("departmentsAtOnce");
    Entry hours = fields.get("sessionHoursPerPersonPerWeek");
    Entry overflow = fields.get("overflow");
    Entry rest = fields.get("surveyRest");
    boolean digest =
        overflow != null && values.word(overflow, OVERFLOWS, OVERFLOWS.get(0)).equals("digest");
    return new LoadRule(
        mails == null ? MAILS_PER_WEEK : values.number(mails, 1, 50),
        atOnce == null ? null : values.number(atOnce, 1, 500),
        hours == null ? null : values.number(hours, 1, 40),
        digest ? Overflow.DIGEST : null,
        rest == null ? null : values.workingDays(rest, 1));
  }
}
