package org.uitrol.application.audit;

import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/**
 * How the history shows whom and what it is about. Events hold identifiers only; whoever may not
 * see who people are gets {@link #IDS}. One thread: what was looked up is kept.
 */
public interface Names {

  /** Shows nothing but the identifiers themselves. */
  Names IDS =
      new Names() {
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
          return department.value();
        }

        @Override
        public String campaign(CampaignId campaign, String language) {
          return campaign.value();
        }
      };

  /** The name of a person, or the identifier when nothing is known. */
  String person(PersonId person);

  /** How an account is shown, or its identifier when there is none. */
  String account(AccountId account);

  /** The name of a department, or its key when it has none. */
  String department(DepartmentId department);

  /** The title of a campaign in that language, or its key when there is none. */
  String campaign(CampaignId campaign, String language);
}
