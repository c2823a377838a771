package org.uitrol.adapters.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.audit.view.MemoryTrailStore;
import org.uitrol.application.audit.view.Subjects;
import org.uitrol.application.campaign.view.MemoryCampaignStore;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.directory.view.MemoryDirectoryStore;
import org.uitrol.domain.directory.DepartmentEvent.DepartmentNamed;
import org.uitrol.domain.rollout.RolloutEvent.PersonTrained;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

class TheHistoryWrittenOut {

  private static final Instant MONDAY = Instant.parse("2027-01-11T08:00:00Z");
  private static final PersonId SANNE = new PersonId("p-1");

  private final MemoryTrailStore trail = new MemoryTrailStore();
  private final HistoryExport export = new HistoryExport(trail, SampleHistory.wording());

  @Test
  void as_a_table_has_a_line_for_each_event() {
    tell(1, new DepartmentNamed(new DepartmentId("finance"), "Financiën", MONDAY), "import");
    tell(2, new PersonTrained(new RolloutId("r-1"), "course", SANNE, MONDAY), "person:p-1");

    assertThat(csv(false))
        .isEqualTo(
            "position,at,recordedAt,event,name,revision,stream,kind,campaign,department,person,"
                + "actor,cause,correlation,behalf,source,rule,who,what,payload\r\n"
                + "1,2027-01-11T08:00:00Z,2027-01-11T08:00:00.005Z,e-1,department.named,1,r-1,"
                + "rollout,,,,import,c-1,k-1,self,page/private,0.1.0,een bestand dat is ingelezen,"
                + "De afdeling heet Financiën.,"
                + "\"{\"\"department\"\":\"\"finance\"\",\"\"name\"\":\"\"Financiën\"\","
                + "\"\"at\"\":\"\"2027-01-11T08:00:00Z\"\"}\"\r\n"
                + "2,2027-01-11T08:00:00Z,2027-01-11T08:00:00.005Z,e-2,evidence.trained,1,r-1,"
                + "rollout,,,,person:p-1,c-1,k-1,self,page/private,0.1.0,p-1,p-1 heeft de cursus course afgerond.,"
                + "\"{\"\"rollout\"\":\"\"r-1\"\",\"\"activity\"\":\"\"course\"\","
                + "\"\"person\"\":\"\"p-1\"\",\"\"at\"\":\"\"2027-01-11T08:00:00Z\"\"}\"\r\n");
  }

  @Test
  void names_people_only_when_asked() {
    tell(1, new PersonTrained(new RolloutId("r-1"), "course", SANNE, MONDAY), "person:p-1");

    assertThat(csv(false)).doesNotContain("Sanne");
    assertThat(csv(true)).contains("Sanne heeft de cursus course afgerond.");
    assertThat(jsonLines()).doesNotContain("Sanne");
  }

  @Test
  void lets_no_spreadsheet_run_what_somebody_typed() {
    tell(1, new DepartmentNamed(new DepartmentId("x"), "=1+1", MONDAY), "=cmd|' /C calc'!A0");

    assertThat(csv(false)).contains(",'=cmd|' /C calc'!A0,").doesNotContain(",=");
  }

  @Test
  void as_lines_of_json_has_the_event_as_it_is_stored() {
    tell(7, new DepartmentNamed(new DepartmentId("x"), "A\nB", MONDAY), "import");

    assertThat(jsonLines())
        .isEqualTo(
            "{\"position\":7,\"at\":\"2027-01-11T08:00:00Z\","
                + "\"recordedAt\":\"2027-01-11T08:00:00.005Z\",\"event\":\"e-7\","
                + "\"name\":\"department.named\",\"revision\":1,\"stream\":\"r-1\","
                + "\"kind\":\"rollout\",\"actor\":\"import\",\"cause\":\"c-1\","
                + "\"correlation\":\"k-1\",\"behalf\":\"self\",\"source\":\"page/private\",\"rule\":\"0.1.0\",\"payload\":{\"department\":\"x\","
                + "\"name\":\"A\\nB\",\"at\":\"2027-01-11T08:00:00Z\"}}\n");
  }

  private void tell(long position, DomainEvent event, String actor) {
    trail.put(SampleHistory.row(position, event, actor), Subjects.of(event));
  }

  private String csv(boolean withNames) {
    StringWriter out = new StringWriter();
    export.csv(
        TrailFilter.ALL,
        out,
        Locale.forLanguageTag("nl"),
        withNames ? names().shown() : names().withoutPeople());
    return out.toString();
  }

  private String jsonLines() {
    StringWriter out = new StringWriter();
    export.jsonLines(TrailFilter.ALL, out);
    return out.toString();
  }

  private static HistoryNames names() {
    return new HistoryNames(
        vault(),
        account -> Optional.empty(),
        new MemoryDirectoryStore(),
        new MemoryCampaignStore());
  }

  /** A vault that knows who Sanne is, and can do nothing else. */
  private static PersonVault vault() {
    return (PersonVault)
        Proxy.newProxyInstance(
            PersonVault.class.getClassLoader(),
            new Class<?>[] {PersonVault.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("find")) {
                throw new UnsupportedOperationException(method.getName());
              }
              return Optional.of(arguments[0])
                  .filter(SANNE::equals)
                  .map(one -> PersonalData.UNKNOWN.with(Map.of(PersonField.DISPLAY_NAME, "Sanne")));
            });
  }
}
