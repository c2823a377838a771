package org.uitrol.application.directory.port;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.uitrol.application.directory.Findings;
import org.uitrol.application.directory.MatchedRow;
import org.uitrol.application.directory.StageId;
import org.uitrol.application.directory.StagedRow;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/**
 * Where the rows of people files wait between reading and applying, so that nobody has to hold them
 * in memory. It finds who is meant; what that means for a row isn't decided here (decision 0022).
 * Whatever could tell who a person is, is encrypted under a key of the stage's own.
 *
 * <p>Takes part in the caller's transaction. A stage may be lost when the database crashes; the
 * same file makes another one.
 */
public interface PeopleStage {

  /** Begins an empty stage for a file, kept for an hour. */
  void open(StageId stage, String fileHash);

  /** Which of these numbers, addresses and departments stand on the stage already. */
  Earlier earlier(
      StageId stage,
      Collection<String> numbers,
      Collection<String> emails,
      Collection<DepartmentId> departments);

  /** Adds rows in the order of their lines. No number and no address may come twice. */
  void add(StageId stage, List<StagedRow> rows);

  /** Keeps what reading found, after the last row. */
  void read(StageId stage, Findings findings);

  /** The file of a stage, and what reading found; empty when there is no such stage any more. */
  Optional<StagedFile> find(StageId stage);

  /** Keeps a stage for a day from now. */
  void keep(StageId stage);

  /**
   * Finds out whose each row is, in place of what was found before: it is the known person's with
   * that number, else the one's with that address unless another row has that one's number, else
   * somebody's who isn't known. Then rows drop out of which the address belongs to a known person
   * of whom no row is left.
   */
  Dropped match(StageId stage);

  /**
   * Lets the rows drop out that would bring back, as a stranger, somebody who was erased. After
   * {@link #match}.
   */
  default Dropped dropErased(StageId stage) {
    return new Dropped(0, List.of());
  }

  /** Matched rows after a line, in order; what is known of them is looked up now. */
  List<MatchedRow> rows(StageId stage, long afterLine, int most);

  /** As {@link #rows}, only those of people whom the vault doesn't know. */
  List<MatchedRow> newcomers(StageId stage, long afterLine, int most);

  /** The departments of matched rows after a line, by the line that named each first. */
  List<StagedDepartment> departments(StageId stage, long afterLine, int most);

  /** Notes that these people's addresses were taken from them for another row. */
  void gaveAddressUp(StageId stage, Collection<PersonId> people);

  /** People who work here but of whom no row was matched. */
  Absent absent(StageId stage, int most);

  /** Forgets a stage and everything on it. */
  void forget(StageId stage);

  /** Forgets the stages that aren't to be kept any longer. */
  void forgetOld();

  /**
   * What stands on a stage already.
   *
   * @param lineByNumber by the comparable number
   * @param lineByEmail by the address
   * @param spelling the department's name by its key
   */
  record Earlier(
      Map<String, Long> lineByNumber,
      Map<String, Long> lineByEmail,
      Map<DepartmentId, String> spelling) {}

  /** A file that is read. */
  record StagedFile(String hash, Findings findings) {}

  /**
   * Rows that dropped out.
   *
   * @param count how many in all
   * @param firstLines the first {@link Findings#KEPT_PROBLEMS}, in order
   */
  record Dropped(int count, List<Long> firstLines) {}

  /**
   * A department that rows name.
   *
   * @param known whether it has a name here already
   */
  record StagedDepartment(long line, DepartmentId id, String name, boolean known) {}

  /**
   * People of whom there is no row.
   *
   * @param count how many in all
   * @param first the first of them by id
   */
  record Absent(int count, List<PersonId> first) {}
}
