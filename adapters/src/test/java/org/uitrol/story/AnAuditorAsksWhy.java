package org.uitrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.adapters.security.ApiTokens;
import org.uitrol.adapters.security.ApiTokens.Scope;
import org.uitrol.adapters.security.Role;
import org.uitrol.application.audit.Trail;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.ParticipationCommand.TakePart;
import org.uitrol.domain.survey.ParticipationEvent;
import org.uitrol.domain.survey.SurveyEvent;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;
import org.uitrol.domain.survey.SurveyEvent.SurveyReminded;

/**
 * After the sample campaign has come some way, an auditor asks why, and takes its dossier along.
 */
@Timeout(600)
class AnAuditorAsksWhy {

  @TempDir Path folder;

  private String token = "";

  @Test
  void somebody_got_no_reminder_a_gate_was_closed_and_what_else_is_known() throws IOException {
    try (Town town = Town.start(folder)) {
      town.launch();
      AccountId auditor =
          town.bean(Accounts.class)
              .add("auditor", "Auditor", Set.of(Role.ADMIN), null, "a long enough password");
      token =
          town.bean(ApiTokens.class).issue(auditor, "audit", Set.of(Scope.READ, Scope.WRITE), 300);
      town.playUntil(here -> here.count("survey.reminded") > 0);
      town.settle();
      SurveyOpened survey = reminded(town);

      String answered = why(town, survey, one(town, survey, true));
      assertThat(answered).contains("had taken part on", "survey.reminded");
      assertThat(answered).doesNotContain("got this reminder");
      String silent = why(town, survey, one(town, survey, false));
      assertThat(silent).contains("was one of those who got this reminder");

      assertThat(send(town, "GET", "/api/v1/rollouts/" + survey.rollout() + "/gates/announce/why"))
          .asString(StandardCharsets.UTF_8)
          .contains("under version 1 of the plan", "\"question\":\"CONDITION\"", "gate.blocked");
      byte[] file =
          send(town, "POST", "/api/v1/campaigns/" + Town.CAMPAIGN + "/dossier?format=pdf&lang=nl");
      try (PDDocument pdf = Loader.loadPDF(file)) {
        assertThat(new PDFTextStripper().getText(pdf))
            .contains("Copilot", "Burgerzaken", "Ondernemingsraad")
            .doesNotContain("Bastiaan");
      }
      assertThat(town.count("campaign.dossier-taken")).isEqualTo(1);
    }
  }

  private static SurveyOpened reminded(Town town) {
    String stream =
        town
            .bean(Trail.class)
            .search(new TrailFilter(null, null, null, "survey.reminded", null, null, null), null, 1)
            .rows()
            .get(0)
            .stream();
    return (SurveyOpened)
        town.bean(Streams.class).events(new SurveyId(stream), SurveyEvent.class).get(0);
  }

  /** Somebody who was asked, and took part before the first reminder or didn't at all. */
  private static PersonId one(Town town, SurveyOpened survey, boolean took) {
    Streams streams = town.bean(Streams.class);
    Instant reminded =
        streams.events(survey.survey(), SurveyEvent.class).stream()
            .filter(SurveyReminded.class::isInstance)
            .map(SurveyEvent::at)
            .findFirst()
            .orElseThrow();
    return survey.invited().stream()
        .filter(
            person -> {
              List<ParticipationEvent> known =
                  streams.events(
                      TakePart.participation(survey.survey(), person), ParticipationEvent.class);
              return took
                  ? !known.isEmpty() && known.get(0).at().isBefore(reminded)
                  : known.isEmpty();
            })
        .findFirst()
        .orElseThrow();
  }

  private String why(Town town, SurveyOpened survey, PersonId person) {
    return new String(
        send(
            town,
            "GET",
            "/api/v1/people/"
                + person
                + "/why?rollout="
                + survey.rollout()
                + "&activity="
                + survey.activity()),
        StandardCharsets.UTF_8);
  }

  private byte[] send(Town town, String method, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(town.address() + path))
            .header("Authorization", "Bearer " + token)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<byte[]> answer =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      return answer.body();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
