package org.uitrol.adapters.web.dossier;

import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.uitrol.adapters.dossier.DossierFiles;
import org.uitrol.adapters.dossier.DossierFiles.DossierFile;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.domain.campaign.DossierFormat;
import org.uitrol.domain.shared.CampaignId;

/** Everything that is known of a campaign, as one file; who took it is recorded. */
@Controller
class DossierPages {

  private static final List<String> LANGUAGES = List.of("nl", "en");

  private final CampaignStore campaigns;
  private final DossierFiles files;
  private final Words words;

  DossierPages(CampaignStore campaigns, DossierFiles files, Words words) {
    this.campaigns = campaigns;
    this.files = files;
    this.words = words;
  }

  @GetMapping("/campaigns/{campaign}/dossier")
  String dossier(@PathVariable String campaign, Model model) {
    CampaignRow row = find(campaign);
    model.addAttribute("campaign", row);
    model.addAttribute("campaignTitle", words.text(row.title()));
    model.addAttribute("languages", LANGUAGES);
    model.addAttribute("formats", DossierFormat.values());
    return "campaign/dossier";
  }

  @PostMapping("/campaigns/{campaign}/dossier")
  ResponseEntity<byte[]> take(
      @PathVariable String campaign,
      @RequestParam(defaultValue = "en") String language,
      @RequestParam(defaultValue = "PDF") DossierFormat format,
      @AuthenticationPrincipal ConsoleUser user) {
    CampaignRow row = find(campaign);
    if (!LANGUAGES.contains(language)) {
      throw new NotFound();
    }
    DossierFile file =
        files
            .take(row.campaign(), Locale.forLanguageTag(language), format, user)
            .orElseThrow(NotFound::new);
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file.name()).build().toString())
        .contentType(
            format == DossierFormat.PDF ? MediaType.APPLICATION_PDF : MediaType.APPLICATION_JSON)
        .body(file.content());
  }

  private CampaignRow find(String campaign) {
    return campaigns.find(new CampaignId(campaign)).orElseThrow(NotFound::new);
  }
}
