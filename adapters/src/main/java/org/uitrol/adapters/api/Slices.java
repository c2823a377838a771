package org.uitrol.adapters.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A long list, a part at a time: a part names the last of its items, after which the next one
 * begins, so that what is added in between moves nothing.
 */
public final class Slices {

  /** How many items a part holds when nothing is said. */
  public static final String USUAL = "100";

  private static final int MOST = 500;

  private Slices() {}

  /**
   * One part as a document, with {@code next} where there are more.
   *
   * @param name of the list in the document
   * @param all in an order that stays
   * @param id by which a part is continued
   * @param after the id of the last item of the part before; null for the first part
   * @throws BadRequest {@code LIMIT_INVALID} or {@code CURSOR_UNKNOWN}
   */
  public static <T> Map<String, Object> of(
      String name, List<T> all, Function<T, String> id, @Nullable String after, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new BadRequest("LIMIT_INVALID", "the limit is from 1 to " + MOST, "limit");
    }
    int from = 0;
    if (after != null) {
      while (from < all.size() && !id.apply(all.get(from)).equals(after)) {
        from++;
      }
      if (from == all.size()) {
        throw new BadRequest("CURSOR_UNKNOWN", "nothing here is called so", "after");
      }
      from++;
    }
    List<T> part = new ArrayList<>(all.subList(from, Math.min(all.size(), from + limit)));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(name, part);
    if (from + part.size() < all.size()) {
      document.put("next", id.apply(part.get(part.size() - 1)));
    }
    return document;
  }
}
