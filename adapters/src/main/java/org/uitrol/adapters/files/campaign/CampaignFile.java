package org.uitrol.adapters.files.campaign;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.uitrol.adapters.conditions.ConditionCheck;
import org.uitrol.domain.campaign.Plan;

/** The campaign file as users write it. Safe for many threads. */
public final class CampaignFile {

  private final MailTextCheck mails;
  private final Predicate<String> countries;
  private final ConditionCheck conditions = new ConditionCheck();

  /**
   * @param countries whether the public holidays of a country are known, by its ISO 3166-1 alpha-2
   *     code in upper case
   */
  public CampaignFile(MailTextCheck mails, Predicate<String> countries) {
    this.mails = mails;
    this.countries = countries;
  }

  /** What came of reading a file. */
  public sealed interface Read permits Good, Bad {}

  /**
   * The file is right.
   *
   * @param warnings what may not be meant that way, in the order of the file
   */
  public record Good(Plan plan, List<Problem> warnings) implements Read {

    public Good {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The file has mistakes.
   *
   * @param problems all that were found, in the order of the file; at least one
   */
  public record Bad(List<Problem> problems) implements Read {

    public Bad {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a bad file has problems");
      }
    }
  }

  /**
   * Reads a file in UTF-8, or in UTF-16 with a byte order mark.
   *
   * @param name of the file, for the problems
   */
  public Read read(String name, byte[] bytes, PersonLookup people) {
    Problems problems = new Problems(name);
    Optional<Plan> plan =
        YamlTree.of(bytes, problems)
            .map(tree -> new PlanReader(tree, problems, people, mails, countries, conditions))
            .map(PlanReader::read);
    List<Problem> errors = problems.errors();
    return errors.isEmpty() ? new Good(plan.orElseThrow(), problems.warnings()) : new Bad(errors);
  }
}
