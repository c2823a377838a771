package org.uitrol.adapters.history;

import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.uitrol.application.audit.Names;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.audit.Wording;
import org.uitrol.application.audit.Wording.Teller;
import org.uitrol.application.audit.port.EventText;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.shared.Trace;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;

/** Tells events with the texts in {@code i18n/history}. */
@Component
public final class BundledWording implements Wording {

  private static final String NOT_RECORDED = "notRecorded";
  private static final String BUNDLE = "i18n.history";
  private static final Set<String> LANGUAGES = Set.of("nl", "en");

  private final EventText events;
  private final CampaignStore campaigns;
  private final ZoneId zone;

  /**
   * A wording.
   *
   * @param zone for what is in no campaign
   */
  public BundledWording(
      EventText events,
      CampaignStore campaigns,
      @Value("${uitrol.zone:Europe/Amsterdam}") ZoneId zone) {
    this.events = events;
    this.campaigns = campaigns;
    this.zone = zone;
  }

  @Override
  public Teller teller(Locale locale, Names names) {
    return new BundledTeller(texts(locale.getLanguage()), locale, names);
  }

  /** The texts in that language, or in English where Uitrol doesn't speak it. */
  static ResourceBundle texts(String language) {
    return ResourceBundle.getBundle(
        BUNDLE,
        Locale.forLanguageTag(LANGUAGES.contains(language) ? language : "en"),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private final class BundledTeller implements Teller {

    private final ResourceBundle texts;
    private final Locale locale;
    private final Names names;
    private final Map<CampaignId, ZoneId> zones = new HashMap<>();

    BundledTeller(ResourceBundle texts, Locale locale, Names names) {
      this.texts = texts;
      this.locale = locale;
      this.names = names;
    }

    @Override
    public String what(TrailRow row) {
      DomainEvent event = events.event(row.name(), row.payload());
      return words(row).sentence(row.name(), (Record) event);
    }

    @Override
    public String who(TrailRow row) {
      return actor(row.actor());
    }

    @Override
    public String forWhom(TrailRow row) {
      String behalf = row.behalf();
      if (behalf == null) {
        return texts.getString(NOT_RECORDED);
      }
      return behalf.equals(Trace.SELF) ? "" : actor(behalf);
    }

    @Override
    public String whichWay(TrailRow row) {
      String source = row.source();
      return source == null
          ? texts.getString(NOT_RECORDED)
          : Arrays.stream(source.split("/", 2))
              .map(part -> texts.getString("source." + part))
              .collect(Collectors.joining(", "));
    }

    @Override
    public String byWhat(TrailRow row) {
      String rule = row.rule();
      return rule == null ? texts.getString(NOT_RECORDED) : rule;
    }

    private String actor(String actor) {
      int colon = actor.indexOf(':');
      String kind = colon < 0 ? actor : actor.substring(0, colon);
      String id = actor.substring(colon + 1);
      return switch (kind) {
        case "account" -> names.account(new AccountId(id));
        case "person" -> names.person(new PersonId(id));
        case "mail" ->
            MessageFormat.format(texts.getString("actor.mail"), names.person(new PersonId(id)));
        case "process" -> MessageFormat.format(texts.getString("actor.process"), id);
        case "timer", "import", "source", "anonymous" -> texts.getString("actor." + kind);
        default -> actor;
      };
    }

    @Override
    public String when(TrailRow row) {
      return words(row).moment(row.at());
    }

    private ValueWords words(TrailRow row) {
      CampaignId campaign = row.campaign();
      ZoneId clock = campaign == null ? zone : zones.computeIfAbsent(campaign, this::zoneOf);
      return new ValueWords(texts, locale, names, clock);
    }

    private ZoneId zoneOf(CampaignId campaign) {
      return campaigns.find(campaign).map(CampaignRow::zone).orElse(zone);
    }
  }
}
