package org.uitrol.adapters.history;

import org.springframework.stereotype.Component;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.security.Role;
import org.uitrol.application.audit.Names;
import org.uitrol.application.audit.port.AccountNames;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/** Gives whoever reads the history the names that they may see. Safe for many threads. */
@Component
public final class HistoryNames {

  private final PersonVault vault;
  private final AccountNames accounts;
  private final DirectoryStore directory;
  private final CampaignStore campaigns;

  public HistoryNames(
      PersonVault vault, AccountNames accounts, DirectoryStore directory, CampaignStore campaigns) {
    this.vault = vault;
    this.accounts = accounts;
    this.directory = directory;
    this.campaigns = campaigns;
  }

  /** Whether somebody may see who the people in the history are. */
  public static boolean mayBeSeenBy(ConsoleUser reader) {
    return reader.is(Role.CHANGE_MANAGER) || reader.is(Role.ADMIN);
  }

  /** The names that this reader may see. */
  public Names seenBy(ConsoleUser reader) {
    return mayBeSeenBy(reader) ? shown() : withoutPeople();
  }

  /** Names of people, accounts, departments and campaigns: for those who may see who people are. */
  public Names shown() {
    return new ShownNames(vault, accounts, directory, campaigns);
  }

  /** Names of departments and campaigns; people and accounts stay identifiers. */
  public Names withoutPeople() {
    Names all = shown();
    return new Names() {
      @Override
      public String person(PersonId person) {
        return person.value();
      }

      @Override
      public String account(AccountId account) {
        return account.value();
      }

      @Override
      public String department(DepartmentId department) {
        return all.department(department);
      }

      @Override
      public String campaign(CampaignId campaign, String language) {
        return all.campaign(campaign, language);
      }
    };
  }
}
