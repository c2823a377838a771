package org.uitrol.adapters.channel;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.uitrol.adapters.proof.ProofJson;
import org.uitrol.application.channel.port.MessageWriter;
import org.uitrol.application.directory.port.DepartmentNames;
import org.uitrol.domain.channel.Channel;
import org.uitrol.domain.channel.ChannelKind;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Text;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes messages: for programs a CloudEvent (CloudEvents 1.0.2, JSON event format), for people an
 * Adaptive Card as incoming webhooks of Microsoft Teams take it.
 */
final class ChannelMessages implements MessageWriter {

  private static final String TYPE = "org.uitrol.";

  /** The newest version of which all of Teams shows everything that is used here. */
  private static final String CARD_VERSION = "1.4";

  private final URI base;
  private final MessageSource texts;
  private final DepartmentNames departments;
  private final JsonMapper json = JsonMapper.builder().build();

  ChannelMessages(URI base, MessageSource texts, DepartmentNames departments) {
    this.base = URI.create(base.toString().replaceAll("/+$", ""));
    this.texts = texts;
    this.departments = departments;
  }

  @Override
  public byte[] write(Channel channel, Notice notice) {
    return json.writeValueAsBytes(
        channel.kind() == ChannelKind.TEAMS
            ? card(Locale.forLanguageTag(channel.language()), notice)
            : cloudEvent(notice));
  }

  private Map<String, Object> cloudEvent(Notice notice) {
    Map<String, Object> data = new LinkedHashMap<>();
    CampaignId campaign = notice.campaign();
    DepartmentId department = notice.department();
    StageName stage = notice.stage();
    if (campaign != null) {
      data.put("campaign", campaign.value());
    }
    if (department != null) {
      data.put("department", department.value());
    }
    if (stage != null) {
      data.put("stage", stage.key());
    }
    if (notice.checkpoint() != null) {
      data.put("checkpoint", ProofJson.document(notice.checkpoint()));
    }
    data.put("page", base + notice.path());
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", notice.id());
    event.put("source", base.toString());
    event.put("type", TYPE + notice.event());
    event.put("subject", notice.subject());
    event.put("time", notice.at().toString());
    event.put("datacontenttype", "application/json");
    event.put("data", data);
    return event;
  }

  private Map<String, Object> card(Locale language, Notice notice) {
    String where = where(language, notice);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    content.put("type", "AdaptiveCard");
    content.put("version", CARD_VERSION);
    content.put("lang", language.getLanguage());
    String what = text("channel.card." + notice.event(), language, stage(language, notice));
    content.put(
        "body",
        where.isEmpty()
            ? List.of(line(what, "bolder"))
            : List.of(line(what, "bolder"), line(where, "default")));
    content.put(
        "actions",
        List.of(
            Map.of(
                "type",
                "Action.OpenUrl",
                "title",
                text("channel.card.open", language),
                "url",
                base + notice.path())));
    return Map.of(
        "type",
        "message",
        "attachments",
        List.of(
            Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", content)));
  }

  private static Map<String, Object> line(String text, String weight) {
    return Map.of("type", "TextBlock", "text", plain(text), "weight", weight, "wrap", true);
  }

  /** Cards read a little Markdown; names are no Markdown. */
  private static String plain(String text) {
    return text.replaceAll("([\\\\*_\\[\\]])", "\\\\$1");
  }

  private String where(Locale language, Notice notice) {
    Text title = notice.title();
    DepartmentId department = notice.department();
    String campaign = title == null ? "" : title.in(language.getLanguage());
    return department == null ? campaign : departments.name(department) + " · " + campaign;
  }

  private String stage(Locale language, Notice notice) {
    StageName stage = notice.stage();
    return stage == null ? "" : text("StageName." + stage.name(), language);
  }

  private String text(String key, Locale language, Object... arguments) {
    return texts.getMessage(key, arguments, language);
  }
}
