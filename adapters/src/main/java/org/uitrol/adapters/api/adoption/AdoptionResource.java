package org.uitrol.adapters.api.adoption;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.api.Documents;
import org.uitrol.adapters.api.KnownCampaigns;
import org.uitrol.application.adoption.view.Adoption;
import org.uitrol.application.adoption.view.Adoption.Figures;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.TimeTravel;
import org.uitrol.domain.adoption.Headcount;
import org.uitrol.domain.adoption.UsageWindow;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Rejected;

/** How use of a tool spreads and lasts, as far as the page about it tells (decision 0032). */
@RestController
class AdoptionResource {

  private final KnownCampaigns campaigns;
  private final Adoption adoption;
  private final CommandDesk desk;

  AdoptionResource(KnownCampaigns campaigns, Adoption adoption, CommandDesk desk) {
    this.campaigns = campaigns;
    this.adoption = adoption;
    this.desk = desk;
  }

  @GetMapping("/api/v1/campaigns/{campaign}/adoption")
  ResponseEntity<byte[]> adoption(@PathVariable String campaign) {
    CampaignId id = campaigns.named(campaign).campaign();
    Figures figures =
        adoption
            .of(id, TimeTravel.orNow(desk.now()))
            .orElseThrow(() -> new Rejected("UNKNOWN_ADOPTION", Map.of("campaign", campaign)));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("tool", figures.rule().of());
    document.put("smallestGroup", figures.smallest().size());
    UsageWindow window = figures.window();
    if (window != null) {
      document.put("window", window);
    }
    document.put("departments", figures.funnel().departments());
    document.put("total", figures.funnel().total());
    Headcount unnamed = figures.unnamed();
    if (unnamed != null) {
      document.put("unnamed", unnamed);
    }
    return Documents.of(document);
  }
}
