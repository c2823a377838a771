package org.uitrol.adapters.history;

import java.time.ZoneId;
import org.uitrol.adapters.persistence.eventstore.EventJson;
import org.uitrol.application.audit.Names;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.audit.port.EventText;
import org.uitrol.application.campaign.view.MemoryCampaignStore;
import org.uitrol.application.shared.EventCatalog;
import org.uitrol.application.shared.Events;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;
import tools.jackson.databind.json.JsonMapper;

/** A short history, and the names in it. */
final class SampleHistory {

  static final Names NAMES =
      new Names() {
        @Override
        public String person(PersonId person) {
          return person.value().equals("p-1") ? "Sanne" : person.value();
        }

        @Override
        public String account(AccountId account) {
          return account.value().equals("a-1") ? "Bea" : account.value();
        }

        @Override
        public String department(DepartmentId department) {
          return department.value().equals("finance") ? "Financiën" : department.value();
        }

        @Override
        public String campaign(CampaignId campaign, String language) {
          return "Copilot voor iedereen";
        }
      };

  private static final EventCatalog CATALOG = Events.all();
  private static final JsonMapper JSON = EventJson.mapper();

  private SampleHistory() {}

  static BundledWording wording() {
    EventText texts =
        new EventText() {
          @Override
          public String json(DomainEvent event) {
            return JSON.writeValueAsString(event);
          }

          @Override
          public DomainEvent event(String name, String json) {
            return JSON.readValue(json, CATALOG.classOf(name));
          }
        };
    return new BundledWording(texts, new MemoryCampaignStore(), ZoneId.of("Europe/Amsterdam"));
  }

  static TrailRow row(long position, DomainEvent event, String actor) {
    return new TrailRow(
        position,
        "e-" + position,
        event.at(),
        event.at().plusMillis(5),
        CATALOG.nameOf(event.getClass()),
        1,
        "r-1",
        "rollout",
        null,
        null,
        null,
        actor,
        "c-1",
        "k-1",
        "self",
        "page/private",
        "0.1.0",
        JSON.writeValueAsString(event));
  }
}
