package org.uitrol.adapters.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.ApiTokens.Scope;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.CampaignEvent;
import org.uitrol.domain.campaign.CampaignEvent.DossierTaken;
import org.uitrol.domain.campaign.DossierFormat;
import org.uitrol.domain.shared.StreamId;
import org.uitrol.support.RunningApplication;

class TakingADossier {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final String PAGE = "/campaigns/copilot-town/dossier";
  private static final String API = "/api/v1" + PAGE;

  private static Program auditor;
  private static SmallTown town;

  @BeforeAll
  static void a_campaign_has_begun() {
    town = new SmallTown(UITROL);
    town.begin();
    auditor = Program.of(UITROL, "auditor", Role.ADMIN, Set.of(Scope.READ, Scope.WRITE));
  }

  @Test
  void as_json_records_who_took_it_and_the_hash_of_the_file() throws Exception {
    int before = taken().size();
    HttpResponse<byte[]> answer = bytes(API + "?format=json&lang=nl");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    DossierTaken event = taken().get(before);
    assertThat(event.hash()).isEqualTo(hash(answer.body()));
    assertThat(event.format()).isEqualTo(DossierFormat.JSON);
    assertThat(event.language()).isEqualTo("nl");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains(
            "attachment; filename=\"uitrol-dossier-copilot-town-" + event.until() + ".json\"");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .contains("\"format\" : \"uitrol-dossier-1\"", "\"until\" : " + event.until())
        .doesNotContain("Eva Smith", "Jan de Vries");
  }

  @Test
  void as_pdf_is_the_very_file_also_with_a_key_for_repeating() throws Exception {
    HttpResponse<byte[]> answer = bytes(API + "?format=pdf&lang=en", "Idempotency-Key", "once");

    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    try (PDDocument pdf = Loader.loadPDF(answer.body())) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("Copilot in town", "Decisions");
    }
    assertThat(bytes(API + "?format=pdf", "Idempotency-Key", "once").statusCode()).isEqualTo(200);
  }

  @Test
  void is_asked_for_in_a_language_and_format_that_there_is() {
    assertThat(auditor.post(API + "?format=docx", "text/plain", "").statusCode()).isEqualTo(400);
    assertThat(auditor.post(API + "?lang=fr", "text/plain", "").statusCode()).isEqualTo(400);
    assertThat(auditor.post("/api/v1/campaigns/none/dossier", "text/plain", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void is_for_the_works_council_and_administrators() {
    Visitor council = Visitor.signedIn(UITROL, "or", Role.WORKS_COUNCIL);
    assertThat(council.get("/campaigns/copilot-town").body()).contains(PAGE);
    assertThat(council.get(PAGE).body()).contains("Download the dossier", "written into the");
    int before = taken().size();
    HttpResponse<String> file = council.post(PAGE, Map.of("language", "nl", "format", "JSON"));
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).contains("\"language\" : \"nl\"").doesNotContain("Eva Smith");
    assertThat(taken()).hasSize(before + 1);

    Visitor manager = Visitor.signedIn(UITROL, "leader", Role.CHANGE_MANAGER);
    assertThat(manager.get("/campaigns/copilot-town").body()).doesNotContain(PAGE);
    assertThat(manager.get(PAGE).statusCode()).isEqualTo(403);
  }

  @Test
  void is_read_in_the_history() {
    bytes(API + "?format=pdf&lang=en");
    town.settle();
    Visitor reader = Visitor.signedIn(UITROL, "reader", Role.ADMIN);
    assertThat(reader.get("/history?name=campaign.dossier-taken").body())
        .contains("was handed to Program auditor (PDF, en)");
  }

  private static List<DossierTaken> taken() {
    return UITROL
        .bean(Streams.class)
        .events(StreamId.of("campaign", SmallTown.CAMPAIGN), CampaignEvent.class)
        .stream()
        .filter(DossierTaken.class::isInstance)
        .map(DossierTaken.class::cast)
        .toList();
  }

  private static String hash(byte[] file) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
  }

  private static HttpResponse<byte[]> bytes(String path, String... headers) {
    URI uri = UITROL.uri(path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + auditor.token())
            .POST(BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
