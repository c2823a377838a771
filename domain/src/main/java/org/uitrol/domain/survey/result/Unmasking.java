package org.uitrol.domain.survey.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tries to work out what a group that is too small answered, from what is told of other groups: by
 * adding and subtracting them in any way, with any factors. It takes all that is told for exact,
 * and is itself exact: whole numbers only, and where it would have to search too long or count too
 * high it says that it found something.
 *
 * <p>A row is a group that is told, a column people who belong to the same groups. What can be
 * worked out is any combination of rows; it is about the people in whose columns it isn't nought.
 */
final class Unmasking {

  /** How many numbers are looked at before giving up: less than a second. */
  private static final long PATIENCE = 100_000_000;

  private static final long LARGE = 1L << 24;

  private long patience = PATIENCE;

  private Unmasking() {}

  /** Whether some combination of the rows is about at least one and fewer than so many people. */
  static boolean works(List<int[]> rows, int[] people, int smallest) {
    long[][] matrix = new long[rows.size()][];
    for (int row = 0; row < matrix.length; row++) {
      matrix[row] = Arrays.stream(rows.get(row)).asLongStream().toArray();
    }
    try {
      Unmasking attempt = new Unmasking();
      return attempt.finds(attempt.independent(matrix), people, smallest);
    } catch (ArithmeticException tooLargeOrTooLong) {
      return true;
    }
  }

  /** The same for combinations of independent rows, with so many people less one to spend. */
  private boolean finds(long[][] rows, int[] people, int limit) {
    Table table = new Table(rows, people).reduced();
    while (true) {
      table = table.merged();
      int heavy = table.heaviest();
      if (heavy < 0 || table.people[heavy] < limit) {
        break;
      }
      // No combination that may count is about so many people: it is nought in that column.
      table = table.without(heavy);
    }
    if (table.rows.length == 0) {
      return false;
    }
    if (table.disjointBases(limit) >= limit) {
      return false;
    }
    // Some first row takes part in the combination, so that it is about the people of its pivot.
    for (int first = 0; first < table.rows.length; first++) {
      int pivot = table.pivot(first);
      long[][] rest = drop(Arrays.copyOfRange(table.rows, first, table.rows.length), pivot);
      if (independent(rest).length < rest.length) {
        return true;
      }
      int left = limit - table.people[pivot];
      if (left > 1 && finds(rest, drop(table.people, pivot), left)) {
        return true;
      }
    }
    return false;
  }

  private static long[][] drop(long[][] rows, int column) {
    long[][] less = new long[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      long[] before = rows[row];
      less[row] = new long[before.length - 1];
      Arrays.setAll(less[row], at -> before[at < column ? at : at + 1]);
    }
    return less;
  }

  private static int[] drop(int[] people, int column) {
    int[] less = new int[people.length - 1];
    Arrays.setAll(less, at -> people[at < column ? at : at + 1]);
    return less;
  }

  /** Rows that combine to the same as these, none of them a combination of others. */
  private long[][] independent(long[][] rows) {
    long[][] left = copy(rows);
    int done = 0;
    for (int column = 0; left.length > 0 && column < left[0].length; column++) {
      int found = done;
      while (found < left.length && left[found][column] == 0) {
        found++;
      }
      if (found < left.length) {
        long[] pivot = left[found];
        left[found] = left[done];
        left[done] = pivot;
        for (int row = 0; row < left.length; row++) {
          if (row != done) {
            clear(left[row], pivot, column);
          }
        }
        done++;
      }
    }
    return Arrays.copyOf(left, done);
  }

  /** Takes as much of the pivot's row from another as makes it nought in the column. */
  private void clear(long[] row, long[] pivot, int column) {
    if (row[column] == 0) {
      return;
    }
    patience -= row.length;
    if (patience < 0) {
      throw new ArithmeticException("too long");
    }
    long divisor = divisor(row[column], pivot[column]);
    long keep = pivot[column] / divisor;
    long take = row[column] / divisor;
    boolean large = false;
    for (int i = 0; i < row.length; i++) {
      row[i] =
          Math.subtractExact(Math.multiplyExact(row[i], keep), Math.multiplyExact(pivot[i], take));
      large |= Math.abs(row[i]) > LARGE;
    }
    if (large) {
      simplify(row);
    }
  }

  private static void simplify(long[] numbers) {
    long divisor = 0;
    for (long number : numbers) {
      divisor = divisor(divisor, number);
    }
    if (divisor > 1) {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] /= divisor;
      }
    }
  }

  private static long divisor(long one, long other) {
    long a = Math.abs(one);
    long b = Math.abs(other);
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }

  private static long[][] copy(long[][] rows) {
    return Arrays.stream(rows).map(long[]::clone).toArray(long[][]::new);
  }

  /** Independent rows over columns of people. */
  private final class Table {

    private final long[][] rows;
    private final int[] people;

    Table(long[][] rows, int[] people) {
      this.rows = rows;
      this.people = people;
    }

    Table reduced() {
      return new Table(independent(rows), people);
    }

    int pivot(int row) {
      int column = 0;
      while (rows[row][column] == 0) {
        column++;
      }
      return column;
    }

    int heaviest() {
      int heaviest = -1;
      for (int column = 0; column < people.length; column++) {
        if (heaviest < 0 || people[column] > people[heaviest]) {
          heaviest = column;
        }
      }
      return heaviest;
    }

    /** What can still be combined when it has to be nought in a column. */
    Table without(int column) {
      List<long[]> left = new ArrayList<>();
      long[] pivot = null;
      for (long[] row : copy(rows)) {
        if (row[column] == 0) {
          left.add(row);
        } else if (pivot == null) {
          pivot = row;
        } else {
          clear(row, pivot, column);
          left.add(row);
        }
      }
      return new Table(left.toArray(long[][]::new), people).reduced();
    }

    /** Columns that are nought or not together are one; columns that are always nought are gone. */
    Table merged() {
      Map<List<Long>, Integer> places = new HashMap<>();
      List<Integer> kept = new ArrayList<>();
      List<Integer> counts = new ArrayList<>();
      for (int column = 0; column < people.length; column++) {
        List<Long> direction = direction(column);
        if (!direction.isEmpty()) {
          Integer place = places.putIfAbsent(direction, kept.size());
          if (place == null) {
            kept.add(column);
            counts.add(people[column]);
          } else {
            counts.set(place, counts.get(place) + people[column]);
          }
        }
      }
      long[][] less = new long[rows.length][kept.size()];
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < kept.size(); column++) {
          less[row][column] = rows[row][kept.get(column)];
        }
      }
      return new Table(less, counts.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The column in lowest terms, with its first number positive; empty when it is nought. */
    private List<Long> direction(int column) {
      long[] numbers = new long[rows.length];
      long first = 0;
      for (int row = 0; row < rows.length; row++) {
        numbers[row] = rows[row][column];
        first = first == 0 ? numbers[row] : first;
      }
      if (first == 0) {
        return List.of();
      }
      simplify(numbers);
      long sign = Long.signum(first);
      return Arrays.stream(numbers).map(number -> number * sign).boxed().toList();
    }

    /**
     * How many times people can be picked, each once, so that any combination is about one of each
     * pick: so many people every combination is about at least. Found by taking people of large
     * groups first, so it may be fewer than there are.
     */
    int disjointBases(int enough) {
      int[] left = people.clone();
      Integer[] order = byScarcity();
      int bases = 0;
      while (bases < enough) {
        List<long[]> base = new ArrayList<>();
        List<Integer> leads = new ArrayList<>();
        for (int at = 0; at < order.length && base.size() < rows.length; at++) {
          int column = order[at];
          if (left[column] > 0 && extend(base, leads, column(column))) {
            left[column]--;
          }
        }
        if (base.size() < rows.length) {
          return bases;
        }
        bases++;
      }
      return bases;
    }

    private boolean extend(List<long[]> base, List<Integer> leads, long[] vector) {
      for (int i = 0; i < base.size(); i++) {
        clear(vector, base.get(i), leads.get(i));
      }
      for (int i = 0; i < vector.length; i++) {
        if (vector[i] != 0) {
          base.add(vector);
          leads.add(i);
          return true;
        }
      }
      return false;
    }

    private long[] column(int column) {
      long[] vector = new long[rows.length];
      for (int row = 0; row < rows.length; row++) {
        vector[row] = rows[row][column];
      }
      return vector;
    }

    private Integer[] byScarcity() {
      int[] size = new int[rows.length];
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < people.length; column++) {
          size[row] += rows[row][column] == 0 ? 0 : people[column];
        }
      }
      int[] scarcest = new int[people.length];
      for (int column = 0; column < people.length; column++) {
        scarcest[column] = Integer.MAX_VALUE;
        for (int row = 0; row < rows.length; row++) {
          if (rows[row][column] != 0) {
            scarcest[column] = Math.min(scarcest[column], size[row]);
          }
        }
      }
      Integer[] order = new Integer[people.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (one, other) -> Integer.compare(scarcest[other], scarcest[one]));
      return order;
    }
  }
}
