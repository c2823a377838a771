package org.uitrol.adapters.api.audit;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.api.BadRequest;
import org.uitrol.adapters.api.KnownCampaigns;
import org.uitrol.adapters.dossier.DossierFiles;
import org.uitrol.adapters.dossier.DossierFiles.DossierFile;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.domain.campaign.DossierFormat;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Rejected;

/** Everything that is known of a campaign, as one file; who took it is recorded. */
@RestController
class DossierResource {

  private static final Set<String> LANGUAGES = Set.of("nl", "en");

  private final KnownCampaigns campaigns;
  private final DossierFiles files;

  DossierResource(KnownCampaigns campaigns, DossierFiles files) {
    this.campaigns = campaigns;
    this.files = files;
  }

  /**
   * Hands it out. It isn't read with GET, since that it was taken is written down.
   *
   * @param format json or pdf
   * @param lang nl or en
   */
  @PostMapping("/api/v1/campaigns/{campaign}/dossier")
  ResponseEntity<byte[]> take(
      @PathVariable String campaign,
      @RequestParam(defaultValue = "json") String format,
      @RequestParam(defaultValue = "en") String lang,
      @AuthenticationPrincipal ConsoleUser user) {
    CampaignId id = campaigns.named(campaign).campaign();
    DossierFormat chosen =
        switch (format) {
          case "json" -> DossierFormat.JSON;
          case "pdf" -> DossierFormat.PDF;
          default ->
              throw new BadRequest(
                  "FORMAT_UNKNOWN", "'" + format + "' is none of json and pdf", "format");
        };
    if (!LANGUAGES.contains(lang)) {
      throw new BadRequest("LANGUAGE_UNKNOWN", "'" + lang + "' is none of nl and en", "lang");
    }
    DossierFile file =
        files
            .take(id, Locale.forLanguageTag(lang), chosen, user)
            .orElseThrow(() -> new Rejected("UNKNOWN_CAMPAIGN", Map.of("campaign", campaign)));
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file.name()).build().toString())
        .contentType(
            chosen == DossierFormat.PDF ? MediaType.APPLICATION_PDF : MediaType.APPLICATION_JSON)
        .body(file.content());
  }
}
