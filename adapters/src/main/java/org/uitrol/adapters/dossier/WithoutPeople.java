package org.uitrol.adapters.dossier;

import org.uitrol.application.audit.Names;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/** Names as somebody sees them, but for those of people: a dossier names none. */
record WithoutPeople(Names seen) implements Names {

  @Override
  public String person(PersonId person) {
    return person.value();
  }

  @Override
  public String account(AccountId account) {
    return seen.account(account);
  }

  @Override
  public String department(DepartmentId department) {
    return seen.department(department);
  }

  @Override
  public String campaign(CampaignId campaign, String language) {
    return seen.campaign(campaign, language);
  }
}
