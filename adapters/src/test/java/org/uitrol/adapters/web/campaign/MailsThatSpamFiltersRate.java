package org.uitrol.adapters.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.uitrol.adapters.calendar.ItipInvitationWriter;
import org.uitrol.adapters.files.campaign.CampaignFile;
import org.uitrol.adapters.files.campaign.MailTextCheck;
import org.uitrol.adapters.mail.MarkdownMailWriter;
import org.uitrol.adapters.mail.MimeMailComposer;
import org.uitrol.adapters.mail.WriterWithLogo;
import org.uitrol.application.communication.port.BuiltInMail;
import org.uitrol.application.communication.port.CalendarPart;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.MailIdentity;
import org.uitrol.application.communication.port.MailWriter;
import org.uitrol.application.communication.port.OutgoingMail;
import org.uitrol.application.communication.port.Unsubscribe;
import org.uitrol.application.communication.port.WrittenMail;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.Ids;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.support.SpamAssassin;
import org.uitrol.support.SpamAssassin.Verdict;

/** Every mail that Uitrol sends, and those of the sample's plan, in both languages. */
@Timeout(120)
class MailsThatSpamFiltersRate {

  @RegisterExtension static final SpamAssassin FILTER = SpamAssassin.installed();

  private static final double MOST = 1.0;
  private static final Path SCORES = Path.of("target/spam-scores.md");
  private static final Instant AT = Instant.parse("2027-10-04T07:00:00Z");
  private static final MailAddress SENDER =
      new MailAddress("Gemeente Veldbeek", "copilot@veldbeek.example");
  private static final MailAddress READER =
      new MailAddress("Zoë van der Bergh", "z.vanderbergh@example.org");
  private static final MailIdentity IDENTITY = new MailIdentity(SENDER, null, SENDER);

  /** As long and as random as a personal link. */
  private static final String BASE =
      "https://uitrol.veldbeek.example/p/UExBTgBwLTEwNDIAADE4MDE0NDAwMDA"
          + ".kq3T0c7pZ1o0mS0W7uO0q9nqf3n1m2yLQe4t8wJb5cE";

  @TempDir Path folder;

  @Test
  void are_far_from_what_they_hold_back() throws IOException {
    Map<Sample, byte[]> mails = new LinkedHashMap<>();
    addAll(mails, new MarkdownMailWriter("Gemeente Veldbeek"), false);
    addAll(mails, WriterWithLogo.in(folder), true);

    List<Verdict> verdicts = FILTER.rate(List.copyOf(mails.values()), folder);

    Map<Sample, Verdict> rated = new LinkedHashMap<>();
    List<Sample> samples = List.copyOf(mails.keySet());
    for (int number = 0; number < samples.size(); number++) {
      rated.put(samples.get(number), verdicts.get(number));
    }
    String table = table(rated);
    Files.writeString(SCORES, table, StandardCharsets.UTF_8);
    assertThat(rated).hasSizeGreaterThanOrEqualTo(4 * BuiltInMail.values().length);
    assertThat(rated.values())
        .as(table)
        .allMatch(verdict -> verdict.score() < MOST)
        // Points for a relay that is trusted would make up for others.
        .noneMatch(verdict -> verdict.rules().containsKey("ALL_TRUSTED"));
  }

  /** GTUBE: what every filter has to take for unwanted. */
  @Test
  void are_told_from_unwanted_mail() {
    String mail =
        String.join(
            "\r\n",
            "From: a@example.org",
            "Date: Mon, 4 Oct 2027 07:00:00 +0000",
            "Subject: Hello",
            "",
            "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X",
            "");

    assertThat(FILTER.rate(List.of(mail.getBytes(StandardCharsets.US_ASCII)), folder))
        .singleElement()
        .satisfies(verdict -> assertThat(verdict.score()).isGreaterThan(5));
  }

  private record Sample(String mail, String language, boolean logo) {

    String how() {
      return language + (logo ? ", logo" : "");
    }
  }

  private static void addAll(Map<Sample, byte[]> mails, MailWriter writer, boolean logo)
      throws IOException {
    Plan plan = plan(writer);
    MailPreviews previews =
        new MailPreviews(writer, new ItipInvitationWriter(), IDENTITY, messages(), BASE);
    for (String key : MailPreviews.keys(plan)) {
      for (String language : List.of("nl", "en")) {
        WrittenMail written =
            previews.write(plan, key, language, new MailPreviews.Reader("Zoë", "Financiën"), AT);
        boolean optional = plan.mails().containsKey(key) || key.equals("digest");
        Sample sample = new Sample(key, language, logo);
        mails.put(sample, composed(sample, written, optional, previews, plan));
      }
    }
  }

  private static byte[] composed(
      Sample sample, WrittenMail written, boolean optional, MailPreviews previews, Plan plan) {
    String id = Ids.derived("dispatch", sample);
    OutgoingMail mail = OutgoingMail.plain(new DispatchId(id), AT, SENDER, READER, written);
    @Nullable CalendarPart invitation =
        previews.invitation(plan, sample.mail(), written, id, READER, AT);
    if (invitation != null) {
      mail = mail.inviting(invitation);
    }
    return new MimeMailComposer()
        .compose(
            optional
                ? mail.optional(new Unsubscribe(URI.create(BASE + "/unsubscribe"), null))
                : mail);
  }

  private static Plan plan(MailWriter writer) throws IOException {
    try (InputStream file =
        MailsThatSpamFiltersRate.class.getResourceAsStream("/sample/campaign.yaml")) {
      CampaignFile reader = new CampaignFile(MailTextCheck.by(writer), country -> true);
      CampaignFile.Read read =
          reader.read(
              "campaign.yaml",
              Objects.requireNonNull(file).readAllBytes(),
              who -> Optional.of(new PersonId("p-owner")));
      return ((CampaignFile.Good) read).plan();
    }
  }

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setDefaultLocale(Locale.ENGLISH);
    return messages;
  }

  private static String table(Map<Sample, Verdict> rated) {
    Map<String, Map<String, Verdict>> rows = new LinkedHashMap<>();
    rated.forEach(
        (sample, verdict) ->
            rows.computeIfAbsent(sample.mail(), mail -> new LinkedHashMap<>())
                .put(sample.how(), verdict));
    List<String> columns = List.copyOf(rows.values().iterator().next().keySet());
    List<String> lines = new ArrayList<>();
    lines.add("| mail | " + String.join(" | ", columns) + " |");
    lines.add("| --- |" + " --- |".repeat(columns.size()));
    rows.forEach(
        (mail, verdicts) ->
            lines.add(
                verdicts.values().stream()
                    .map(MailsThatSpamFiltersRate::shown)
                    .collect(Collectors.joining(" | ", "| " + mail + " | ", " |"))));
    return String.join("\n", lines) + "\n";
  }

  private static String shown(Verdict verdict) {
    String score = "%.1f".formatted(verdict.score());
    return verdict.rules().entrySet().stream()
        .filter(rule -> Math.abs(rule.getValue()) >= 0.1)
        .map(rule -> " " + rule.getKey())
        .collect(Collectors.joining(",", score, ""));
  }
}
