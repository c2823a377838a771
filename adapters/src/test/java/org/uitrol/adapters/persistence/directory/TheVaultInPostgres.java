package org.uitrol.adapters.persistence.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uitrol.adapters.persistence.adoption.PostgresUsageStore;
import org.uitrol.adapters.persistence.adoption.UsageReports;
import org.uitrol.application.adoption.port.UsageStore;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.OwnGoals;
import org.uitrol.application.directory.port.OwnGoals.Goal;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

class TheVaultInPostgres {

  private static final MasterKey KEY = MasterKey.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final PersonalData SANNES =
      new PersonalData(
          "A-17",
          "sanne@xn--bcher-kva.example",
          "Sanne",
          "van der Bergh",
          "Sanne (FIN)",
          "Financiën",
          "Adviseur",
          "senior",
          "Stadhuis",
          "NL",
          "nl",
          "Europe/Amsterdam",
          JOOST,
          "Sanne.Bergh",
          "5f1c-Sanne",
          "kostenplaats 4711",
          "Gemeente Voorbeeld",
          "Bedrijfsvoering",
          "vast",
          "mon tue thu");
  private static final PersonalData JOOSTS =
      PersonalData.UNKNOWN.with(
          Map.of(PersonField.EMPLOYEE_NUMBER, "18", PersonField.EMAIL, "joost@example.org"));

  private final DirectoryDatabase database = new DirectoryDatabase();
  private PostgresPersonVault vault = open(KEY);

  @BeforeEach
  void fill() {
    vault.put(SANNE, SANNES);
    vault.put(JOOST, JOOSTS);
  }

  @Test
  void gives_back_what_was_put() {
    assertThat(vault.find(SANNE)).contains(SANNES);
    assertThat(vault.findAll(List.of(SANNE, JOOST, new PersonId("p-3"))))
        .isEqualTo(Map.of(SANNE, SANNES, JOOST, JOOSTS));
    assertThat(vault.find(new PersonId("p-3"))).isEmpty();
    assertThat(vault.count()).isEqualTo(2);
  }

  @Test
  void shows_everybody_once_over_many_pages() {
    Map<PersonId, PersonalData> many = new HashMap<>();
    IntStream.range(0, 1_003)
        .forEach(
            i ->
                many.put(
                    new PersonId("q-" + i),
                    PersonalData.UNKNOWN.with(Map.of(PersonField.EMPLOYEE_NUMBER, "n" + i))));
    vault.putAll(many);
    Map<PersonId, PersonalData> seen = new HashMap<>();
    vault.forEach((person, data) -> assertThat(seen.put(person, data)).isNull());
    assertThat(seen).hasSize(1_005).containsEntry(SANNE, SANNES);
  }

  @Test
  void finds_an_address_in_any_spelling_that_means_the_same() {
    assertThat(vault.findByEmail("Sanne@Bücher.EXAMPLE")).contains(SANNE);
    assertThat(vault.findByEmail(" sanne@xn--bcher-kva.example ")).contains(SANNE);
    assertThat(vault.findByEmail("sanne@bucher.example")).isEmpty();
    assertThat(vault.findByEmail("nonsense")).isEmpty();
    assertThat(vault.findByEmail("")).isEmpty();
  }

  @Test
  void finds_an_employee_number_in_either_case_and_heeds_leading_zeros() {
    assertThat(vault.findByEmployeeNumber("a-17")).contains(SANNE);
    assertThat(vault.findByEmployeeNumber("018")).isEmpty();
    assertThat(vault.findByEmployeeNumber("")).isEmpty();
  }

  @Test
  void forgets_the_former_address_when_it_changes() {
    vault.put(SANNE, SANNES.with(Map.of(PersonField.EMAIL, "s@example.org")));
    assertThat(vault.findByEmail("sanne@bücher.example")).isEmpty();
    assertThat(vault.findByEmail("s@example.org")).contains(SANNE);
  }

  @Test
  void refuses_an_address_or_number_of_somebody_else() {
    PersonId other = new PersonId("p-3");
    assertThatThrownBy(
            () ->
                vault.put(
                    other, PersonalData.UNKNOWN.with(Map.of(PersonField.EMAIL, SANNES.email()))))
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo("EMAIL_TAKEN"));
    assertThatThrownBy(
            () ->
                vault.put(
                    other, PersonalData.UNKNOWN.with(Map.of(PersonField.EMPLOYEE_NUMBER, "a-17"))))
        .isInstanceOfSatisfying(
            Rejected.class,
            refused -> assertThat(refused.code()).isEqualTo("EMPLOYEE_NUMBER_TAKEN"));
    assertThat(vault.find(other)).isEmpty();
  }

  @Test
  void finds_who_is_meant_by_the_names_of_another_directory() {
    vault.put(SANNE, SANNES);
    vault.put(JOOST, JOOSTS);

    assertThat(vault.findByUserName(" sanne.BERGH ")).contains(SANNE);
    assertThat(vault.findByUserName("sanne")).isEmpty();
    assertThat(vault.findByUserName(" ")).isEmpty();
    assertThat(vault.findByExternalId("5f1c-Sanne")).contains(SANNE);
    assertThat(vault.findByExternalId("5f1c-sanne")).isEmpty();
    assertThat(vault.findByExternalId("")).isEmpty();
    for (Map.Entry<PersonField, String> taken :
        Map.of(
                PersonField.USER_NAME,
                "USER_NAME_TAKEN",
                PersonField.EXTERNAL_ID,
                "EXTERNAL_ID_TAKEN")
            .entrySet()) {
      assertThatThrownBy(
              () ->
                  vault.put(
                      JOOST, JOOSTS.with(Map.of(taken.getKey(), SANNES.value(taken.getKey())))))
          .isInstanceOfSatisfying(
              Rejected.class, refused -> assertThat(refused.code()).isEqualTo(taken.getValue()));
    }
    vault.erase(SANNE);
    assertThat(vault.findByUserName("sanne.bergh")).isEmpty();
    assertThat(vault.findByExternalId("5f1c-Sanne")).isEmpty();
  }

  @Test
  void holds_no_readable_personal_data_in_any_column_of_any_table() {
    List<String> secrets =
        Stream.of(PersonField.values())
            .filter(field -> field != PersonField.MANAGER)
            .map(SANNES::value)
            .filter(value -> value.length() > 2)
            .toList();
    assertThat(secrets).hasSizeGreaterThan(8);
    String everything = everythingStored();
    assertThat(everything).contains("p-1");
    for (String secret : secrets) {
      assertThat(everything)
          .doesNotContainIgnoringCase(secret)
          .doesNotContain(hex(secret))
          .doesNotContain(hex(secret.toLowerCase(Locale.ROOT)));
    }
  }

  @Test
  void stores_the_same_data_differently_each_time_and_with_each_person() {
    byte[] first = profile(SANNE);
    vault.put(SANNE, SANNES);
    assertThat(profile(SANNE)).isNotEqualTo(first);
  }

  @Test
  void does_not_open_data_that_was_moved_to_another_person() {
    database
        .jdbc
        .sql(
            "update vault_person set profile ="
                + " (select profile from vault_person where person_id = 'p-1')"
                + " where person_id = 'p-2'")
        .update();
    assertThatThrownBy(() -> vault.find(JOOST)).isInstanceOf(IllegalStateException.class);
    database
        .jdbc
        .sql(
            "update vault_key set wrapped_key ="
                + " (select wrapped_key from vault_key where person_id = 'p-1')"
                + " where person_id = 'p-2'")
        .update();
    assertThatThrownBy(() -> vault.find(JOOST))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("sanne");
  }

  @Test
  void does_not_open_data_of_which_one_bit_was_altered() {
    database
        .jdbc
        .sql("update vault_person set profile = set_bit(profile, 150, 1 - get_bit(profile, 150))")
        .update();
    assertThatThrownBy(() -> vault.find(SANNE)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void forgets_what_reports_of_use_say_of_an_erased_person() {
    UsageStore usage = new PostgresUsageStore(database.jdbc);
    UsageReports.keep(usage, SANNE, JOOST);

    vault.erase(SANNE);

    assertThat(usage.ofPerson(SANNE)).isEmpty();
    assertThat(usage.ofPerson(JOOST)).hasSize(1);
  }

  @Test
  void keeps_what_people_want_to_reach_for_them_alone_until_they_are_erased() {
    OwnGoals goals = new PostgresOwnGoals(database.jdbc, vault);
    Goal own = new Goal("g-1", 1, "Write shorter letters", "Ask Kees", false);
    goals.put(SANNE, new Goal("g-2", 2, "Less mail", "", false));
    goals.put(SANNE, own);
    goals.put(JOOST, new Goal("g-1", 1, "Mine", "", true));

    assertThat(goals.of(SANNE)).extracting(Goal::id).containsExactly("g-1", "g-2");
    assertThat(goals.find(SANNE, "g-1")).contains(own);
    assertThat(everythingStored()).doesNotContain("Write shorter letters", "Ask Kees");
    goals.put(SANNE, new Goal("g-1", 1, "Write shorter letters", "", true));
    assertThat(goals.find(SANNE, "g-1")).map(Goal::reached).contains(true);
    goals.remove(SANNE, "g-2");
    assertThat(goals.of(SANNE)).hasSize(1);

    vault.erase(SANNE);

    assertThat(goals.of(SANNE)).isEmpty();
    assertThat(
            database
                .jdbc
                .sql("select count(*) from own_goal where person_id = 'p-1'")
                .query(Long.class)
                .single())
        .isZero();
    assertThat(goals.of(JOOST)).hasSize(1);
  }

  @Test
  void destroys_the_key_of_an_erased_person_so_that_a_kept_copy_stays_closed() {
    byte[] copy = profile(SANNE);
    vault.erase(SANNE);
    assertThat(vault.find(SANNE)).isEmpty();
    assertThat(vault.findByEmail(SANNES.email())).isEmpty();
    assertThat(vault.count()).isEqualTo(1);
    database
        .jdbc
        .sql("insert into vault_person (person_id, profile) values ('p-1', :copy)")
        .param("copy", copy)
        .update();
    assertThat(vault.find(SANNE)).isEmpty();
    assertThat(
            database
                .jdbc
                .sql("select wrapped_key is null from vault_key where person_id = 'p-1'")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void never_takes_an_erased_identifier_again_but_leaves_the_address_free() {
    vault.erase(SANNE);
    vault.erase(SANNE);
    assertThatThrownBy(() -> vault.put(SANNE, SANNES))
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo("PERSON_ERASED"));
    vault.put(new PersonId("p-9"), SANNES);
    assertThat(vault.findByEmail(SANNES.email())).contains(new PersonId("p-9"));
  }

  @Test
  void seals_for_a_person_what_others_keep_until_the_person_is_erased() {
    byte[] mail = "Beste Sanne".getBytes(StandardCharsets.UTF_8);
    byte[] sealed = vault.seal(SANNE, "mail", mail);
    assertThat(vault.open(SANNE, "mail", sealed)).hasValue(mail);
    assertThatThrownBy(() -> vault.open(SANNE, "note", sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> vault.open(JOOST, "mail", sealed))
        .isInstanceOf(IllegalStateException.class);
    vault.erase(SANNE);
    assertThat(vault.open(SANNE, "mail", sealed)).isEmpty();
    assertThatThrownBy(() -> vault.seal(SANNE, "mail", mail))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void agrees_on_one_key_when_two_write_a_new_person_at_once() {
    PersonId fresh = new PersonId("p-fresh");
    List<CompletableFuture<Void>> writers =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.runAsync(
                        () ->
                            vault.put(
                                fresh,
                                PersonalData.UNKNOWN.with(
                                    Map.of(PersonField.FUNCTION, "function " + i)))))
            .toList();
    writers.forEach(CompletableFuture::join);
    assertThat(vault.find(fresh))
        .hasValueSatisfying(data -> assertThat(data.function()).startsWith("function "));
  }

  @Test
  void takes_part_in_the_callers_transaction() {
    database.transactions.executeWithoutResult(
        status -> {
          vault.put(SANNE, PersonalData.UNKNOWN);
          status.setRollbackOnly();
        });
    assertThat(vault.find(SANNE)).contains(SANNES);
  }

  @Test
  void opens_again_with_the_same_master_key_only() {
    vault = open(KEY);
    assertThat(vault.find(SANNE)).contains(SANNES);
    MasterKey other = MasterKey.of("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    assertThatThrownBy(() -> open(other))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another master key");
  }

  private PostgresPersonVault open(MasterKey key) {
    return new PostgresPersonVault(database.jdbc, database.transactions, key);
  }

  private byte[] profile(PersonId person) {
    return database
        .jdbc
        .sql("select profile from vault_person where person_id = :id")
        .param("id", person.value())
        .query(byte[].class)
        .single();
  }

  private String everythingStored() {
    List<String> tables =
        database
            .jdbc
            .sql("select table_name from information_schema.tables where table_schema = 'public'")
            .query(String.class)
            .list();
    assertThat(tables).contains("vault_person", "vault_key", "directory_employee");
    StringBuilder everything = new StringBuilder();
    for (String table : tables) {
      Optional<String> rows =
          Optional.ofNullable(
              database
                  .jdbc
                  .sql("select string_agg(t::text, ' ') from \"" + table + "\" t")
                  .query((row, number) -> String.valueOf(row.getString(1)))
                  .single());
      rows.ifPresent(everything::append);
    }
    return everything.toString();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
