package org.uitrol.adapters.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.audit.Names;
import org.uitrol.application.audit.dossier.Dossier;
import org.uitrol.application.audit.port.EventText;
import org.uitrol.application.campaign.Plans;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.support.RunningApplication;

class TheDossierOfACampaign {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final Locale DUTCH = Locale.forLanguageTag("nl");
  private static final Instant NOON = Instant.parse("2028-01-10T11:00:00Z");

  private static Plan plan;
  private static SampleYear year;

  /** As a manager sees them: a dossier names no employee all the same. */
  private static final Names NAMES =
      new Names() {
        @Override
        public String person(PersonId person) {
          return "Somebody by name";
        }

        @Override
        public String account(AccountId account) {
          return account.equals(SampleYear.COUNCIL) ? "Works Council" : "Ann Author";
        }

        @Override
        public String department(DepartmentId department) {
          return department.value().equals("odd") ? SampleYear.NAME : "Team " + department;
        }

        @Override
        public String campaign(CampaignId campaign, String language) {
          return campaign.value();
        }
      };

  @BeforeAll
  static void a_year_has_passed() {
    new SmallTown(UITROL).begin();
    plan = UITROL.bean(Plans.class).plan(SmallTown.CAMPAIGN, 1);
    year = new SampleYear(UITROL.bean(EventText.class), plan);
    year.department("odd", 30, 20, 15);
    year.department("finance", 20, 18, 6);
    year.department("legal", 7, 3, 2);
  }

  @Test
  void tells_each_version_of_the_plan_with_who_wrote_and_approved_it() throws IOException {
    String text = flat(text(pdf(Locale.ENGLISH)));

    assertThat(text)
        .contains("Version 1", "Version 2", "Assign licences")
        .contains("Version 1 of the plan", "was written by Ann Author")
        .contains("was approved by Works Council");
    assertThat(document(Locale.ENGLISH).versions().get(1).changes()).isNotEmpty();
    assertThat(document(Locale.ENGLISH).versions().get(1).events())
        .extracting(DossierDocument.Entry::name)
        .containsExactly("campaign.plan-drafted", "campaign.plan-approved", "campaign.amended");
  }

  @Test
  void tells_the_consultation_from_question_to_outcome_with_its_conditions() throws IOException {
    DossierDocument.Consultation told = document(Locale.ENGLISH).consultations().get(0);

    assertThat(told.body()).isEqualTo("Ondernemingsraad");
    assertThat(told.opinion()).isEqualTo("agrees on conditions");
    assertThat(told.conditions())
        .containsExactly(
            new DossierDocument.Condition("Nobody is judged by it", true),
            new DossierDocument.Condition("We look again in a year", false));
    assertThat(told.events()).hasSize(4);
    assertThat(flat(text(pdf(Locale.ENGLISH))))
        .contains("Ondernemingsraad", "Nobody is judged by it: met", "We look again in a year");
  }

  @Test
  void tells_what_is_measured_and_why_and_how_long_it_is_kept() throws IOException {
    assertThat(document(Locale.ENGLISH).measures())
        .isNotEmpty()
        .allSatisfy(
            measure -> {
              assertThat(measure.why()).isNotEmpty();
              assertThat(measure.months()).isPositive();
            });
    assertThat(flat(text(pdf(Locale.ENGLISH)))).contains("Which mails somebody got", "24 months");
  }

  @Test
  void tells_decisions_with_who_and_when() {
    assertThat(document(Locale.ENGLISH).decisions())
        .extracting(DossierDocument.Entry::name)
        .contains(
            "campaign.launched",
            "campaign.amended",
            "consultation.opinion-given",
            "rollout.held",
            "rollout.released",
            "gate.condition-waived",
            "gate.approved");
    assertThat(document(Locale.ENGLISH).decisions())
        .filteredOn(one -> one.name().equals("gate.condition-waived"))
        .first()
        .satisfies(
            one -> {
              assertThat(one.what()).contains("Ann Author", "Holidays in between");
              assertThat(one.who()).isEqualTo("Ann Author");
              assertThat(one.when()).contains("2027");
              assertThat(one.department()).isEqualTo(SampleYear.NAME);
            });
  }

  @Test
  void tells_how_many_did_what_but_of_no_group_that_is_too_small() {
    List<DossierDocument.Department> departments = document(Locale.ENGLISH).departments();

    assertThat(stage(departments, "odd").attended())
        .isEqualTo(new DossierDocument.People(20, 20, 30, "20 of 30"));
    assertThat(stage(departments, "finance").attended())
        .as("two who weren't there could be worked out")
        .isEqualTo(new DossierDocument.People(16, 20, 20, "16 to 20 of 20"));
    assertThat(stage(departments, "legal").attended())
        .isEqualTo(new DossierDocument.People(0, 7, 7, "not told, of 7"));
    assertThat(stage(departments, "legal").surveys().get(0).answered().words())
        .isEqualTo("not told, of 7");
    assertThat(Objects.requireNonNull(document(Locale.ENGLISH).totals().get(0).attended()))
        .as("what is left of the total tells no more than the departments")
        .isEqualTo(new DossierDocument.People(36, 47, 57, "36 to 47 of 57"));
  }

  @Test
  void tells_what_was_asked_and_answered_but_never_who_asked() throws IOException {
    DossierDocument.Concerns told = document(Locale.ENGLISH).concerns();

    assertThat(told.raised()).isEqualTo(2);
    assertThat(told.open()).isEqualTo(1);
    assertThat(told.mustAnswer()).isEqualTo(1);
    assertThat(told.answers()).hasSize(1);
    assertThat(flat(text(pdf(Locale.ENGLISH))))
        .contains("Does this cost jobs? <b>& why</b>", "No: nobody loses a job by it.");
    assertThat(json(Locale.ENGLISH)).doesNotContain("p-curious", "p-reader");
  }

  @Test
  void counts_mails_by_outcome_and_erasures_and_what_was_removed() {
    DossierDocument told = document(Locale.ENGLISH);

    assertThat(told.mails())
        .contains(
            new DossierDocument.Count("dispatch.requested", "asked for", 3),
            new DossierDocument.Count("dispatch.handed-over", "handed over to the mail server", 2),
            new DossierDocument.Count("dispatch.bounced", "came back", 1));
    assertThat(told.retained())
        .containsExactly(
            new DossierDocument.Retained("USAGE", "On which days people used the tool", 1, 7));
    assertThat(told.erasures()).hasSize(6);
  }

  @Test
  void says_up_to_where_it_tells_and_which_checkpoint_covers_that() throws IOException {
    DossierDocument told = document(Locale.ENGLISH);

    assertThat(told.until()).isEqualTo(year.position());
    assertThat(Objects.requireNonNull(told.checkpoint()))
        .containsEntry("format", "uitrol-checkpoint-1")
        .containsEntry("position", 20L)
        .containsEntry("root", SampleYear.HASH);
    assertThat(told.uncovered()).isEqualTo(year.position() - 20);
    assertThat(flat(text(pdf(Locale.ENGLISH)))).contains("checkpoint 1, up to event 20");
    assertThat(year.dossier(3).covered()).isNull();
    assertThat(year.dossier(3).decisions()).hasSize(1);
  }

  @Test
  void names_no_employee() throws IOException {
    assertThat(json(Locale.ENGLISH)).doesNotContain("Somebody by name");
    assertThat(text(pdf(Locale.ENGLISH))).doesNotContain("Somebody by name");
  }

  @Test
  void is_written_in_dutch_too() throws IOException {
    assertThat(flat(text(pdf(DUTCH))))
        .contains("Dossier van de campagne", "Wat er wordt gemeten", "20 van 30");
    assertThat(document(DUTCH).campaign().title()).isEqualTo("Copilot in de stad");
  }

  @Test
  void is_the_same_to_the_byte_when_nothing_happened_in_between() {
    assertThat(json(Locale.ENGLISH)).isEqualTo(json(Locale.ENGLISH));
    assertThat(pdf(Locale.ENGLISH)).isEqualTo(pdf(Locale.ENGLISH));
  }

  @Test
  void fits_its_published_schema() {
    assertThat(DossierSchema.problems(json(Locale.ENGLISH))).isEmpty();
    assertThat(DossierSchema.problems(json(DUTCH))).isEmpty();
    assertThat(DossierSchema.problems(json(DUTCH).replace("\"until\"", "\"untill\""))).isNotEmpty();
  }

  @Test
  void can_be_read_aloud_and_walked_through() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(pdf(Locale.ENGLISH))) {
      assertThat(pdf.getDocumentInformation().getTitle())
          .isEqualTo("Copilot in town: Dossier of the campaign");
      assertThat(pdf.getDocumentInformation().getCreationDate().toInstant()).isEqualTo(NOON);
      assertThat(pdf.getDocumentCatalog().getLanguage()).startsWith("en");
      assertThat(Objects.requireNonNull(pdf.getDocumentCatalog().getMarkInfo()).isMarked())
          .isTrue();
      assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      List<String> bookmarks = new ArrayList<>();
      for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
        bookmarks.add(item.getTitle());
        assertThat(item.findDestinationPage(pdf)).as(item.getTitle()).isNotNull();
      }
      assertThat(bookmarks).hasSize(10).contains("Decisions", "Checkpoints of the history");
      assertThat(pdf.getNumberOfPages()).isBetween(3, 20);
      assertThat(text(pdf(Locale.ENGLISH))).contains("page 2 of " + pdf.getNumberOfPages());
    }
  }

  @Test
  void brings_its_own_fonts_for_names_of_all_kinds() throws IOException {
    byte[] file = pdf(Locale.ENGLISH);
    try (PDDocument pdf = Loader.loadPDF(file)) {
      for (var page : pdf.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          assertThat(font.getName()).contains("DejaVu");
        }
      }
    }
    assertThat(flat(text(file))).contains("Łódź & Şükrü’s Ğ <h1>${7*7}</h1> Zoë Ángström");
  }

  @Test
  void of_two_hundred_departments_stays_within_bounds() throws IOException {
    SampleYear large = new SampleYear(UITROL.bean(EventText.class), plan);
    for (int number = 1; number <= 200; number++) {
      large.department("d-" + number, 25, 15, 12);
    }
    DossierDocument told =
        UITROL.bean(DossierWords.class).tell(large.dossier(), Locale.ENGLISH, NAMES);
    byte[] file = UITROL.bean(DossierPdf.class).write(told, Locale.ENGLISH, NOON);

    assertThat(told.departments()).hasSize(200);
    assertThat(DossierJson.write(told).length).isLessThan(2_000_000);
    assertThat(file.length).isLessThan(3_000_000);
    try (PDDocument pdf = Loader.loadPDF(file)) {
      assertThat(pdf.getNumberOfPages()).isLessThan(200);
    }
  }

  @Test
  void is_only_of_a_campaign_that_there_is() {
    assertThat(year.find(new CampaignId("another"))).isEmpty();
  }

  @Test
  void can_be_looked_at() throws IOException {
    byte[] file = pdf(DUTCH);
    Path folder = Files.createDirectories(Path.of("target", "dossier"));
    Files.write(folder.resolve("dossier.pdf"), file);
    try (PDDocument pdf = Loader.loadPDF(file)) {
      var picture = new PDFRenderer(pdf).renderImageWithDPI(0, 60);
      assertThat(picture.getWidth()).isLessThan(picture.getHeight());
    }
  }

  private static DossierDocument.Stage stage(
      List<DossierDocument.Department> departments, String key) {
    return departments.stream()
        .filter(one -> one.department().equals(key))
        .findFirst()
        .orElseThrow()
        .stages()
        .get(0);
  }

  private static DossierDocument document(Locale locale) {
    Dossier dossier = year.dossier();
    return UITROL.bean(DossierWords.class).tell(dossier, locale, NAMES);
  }

  private static String json(Locale locale) {
    return new String(DossierJson.write(document(locale)), StandardCharsets.UTF_8);
  }

  private static byte[] pdf(Locale locale) {
    return UITROL.bean(DossierPdf.class).write(document(locale), locale, NOON);
  }

  private static String text(byte[] file) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  /** On one line, however it was broken. */
  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }

  /** The schema that stands in the resources. */
  static String schema() {
    try (InputStream file =
        Objects.requireNonNull(
            TheDossierOfACampaign.class.getResourceAsStream("/schema/dossier.schema.json"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
