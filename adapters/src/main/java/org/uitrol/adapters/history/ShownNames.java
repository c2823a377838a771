package org.uitrol.adapters.history;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.uitrol.application.audit.Names;
import org.uitrol.application.audit.port.AccountNames;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.directory.view.DepartmentRow;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Id;
import org.uitrol.domain.shared.PersonId;

/** Shows people by their names in the vault. Only for those who may see them. One thread. */
final class ShownNames implements Names {

  private final PersonVault vault;
  private final AccountNames accounts;
  private final DirectoryStore directory;
  private final CampaignStore campaigns;
  private final Map<Id, String> known = new HashMap<>();

  ShownNames(
      PersonVault vault, AccountNames accounts, DirectoryStore directory, CampaignStore campaigns) {
    this.vault = vault;
    this.accounts = accounts;
    this.directory = directory;
    this.campaigns = campaigns;
  }

  @Override
  public String person(PersonId person) {
    return name(person, () -> vault.find(person).map(PersonalData::name));
  }

  @Override
  public String account(AccountId account) {
    return name(account, () -> accounts.displayName(account));
  }

  @Override
  public String department(DepartmentId department) {
    return name(department, () -> directory.department(department).map(DepartmentRow::name));
  }

  @Override
  public String campaign(CampaignId campaign, String language) {
    return name(campaign, () -> campaigns.find(campaign).map(row -> row.title().in(language)));
  }

  private String name(Id id, Supplier<Optional<String>> found) {
    return known.computeIfAbsent(id, one -> found.get().orElse(one.value()));
  }
}
