package org.uitrol.adapters.web.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.files.campaign.CampaignFileWriter;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.PersonId;

/**
 * Campaign files as they were written, by plan version, for people to get back. Who is named in one
 * is kept by identifier, so that no personal data lies outside the vault (decision 0007); a person
 * who was erased is shown by that.
 */
@Component
public class PlanSources {

  private static final Pattern PERSON = Pattern.compile("\\{\\{person:([^}]+)}}");

  private final JdbcClient jdbc;
  private final PersonVault vault;
  private final Plans plans;
  private final CampaignFileWriter writer = new CampaignFileWriter();

  PlanSources(JdbcClient jdbc, PersonVault vault, Plans plans) {
    this.jdbc = jdbc;
    this.plans = plans;
    this.vault = vault;
  }

  /**
   * Keeps what was written; a second time changes nothing.
   *
   * @param people who is named in it, by what the file calls them
   */
  public void keep(CampaignId campaign, int version, String source, Map<String, PersonId> people) {
    jdbc.sql(
            """
            insert into plan_source (campaign_id, version, source)
            values (:campaign, :version, :source)
            on conflict (campaign_id, version) do nothing
            """)
        .param("campaign", campaign.value())
        .param("version", version)
        .param("source", withoutNames(source, people))
        .update();
  }

  /**
   * What was written, or the same plan as a file when it didn't come from one.
   *
   * @throws IllegalStateException when there is no such version
   */
  public String text(CampaignId campaign, int version) {
    return find(campaign, version)
        .orElseGet(() -> writer.write(plans.plan(campaign, version), this::told));
  }

  private Optional<String> find(CampaignId campaign, int version) {
    return jdbc.sql(
            "select source from plan_source where campaign_id = :campaign and version = :version")
        .param("campaign", campaign.value())
        .param("version", version)
        .query(String.class)
        .optional()
        .map(this::withNames);
  }

  private static String withoutNames(String source, Map<String, PersonId> people) {
    String kept = source;
    Map<String, PersonId> longestFirst = new LinkedHashMap<>();
    people.entrySet().stream()
        .sorted((a, b) -> b.getKey().length() - a.getKey().length())
        .forEach(entry -> longestFirst.put(entry.getKey(), entry.getValue()));
    for (Map.Entry<String, PersonId> person : longestFirst.entrySet()) {
      kept =
          Pattern.compile(
                  "(?<![\\w.@+-])" + Pattern.quote(person.getKey()) + "(?![\\w@+-])",
                  Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
              .matcher(kept)
              .replaceAll(Matcher.quoteReplacement("{{person:" + person.getValue() + "}}"));
    }
    return kept;
  }

  private String withNames(String kept) {
    return PERSON
        .matcher(kept)
        .replaceAll(
            match -> {
              PersonId person = new PersonId(match.group(1));
              return Matcher.quoteReplacement(told(person));
            });
  }

  /** What a file calls a person. */
  String told(PersonId person) {
    return vault
        .find(person)
        .map(data -> data.hasEmail() ? data.email() : data.employeeNumber())
        .orElse(person.value());
  }
}
