package org.uitrol.adapters.files.campaign;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which of the file's mails, surveys, meetings, courses and rooms are put to use. */
final class Used {

  private final Map<String, Entry> written = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();

  void wrote(String what, String key, Entry where) {
    written.put(what + " " + key, where);
  }

  void uses(String what, String key) {
    used.add(what + " " + key);
  }

  boolean isUsed(String what, String key) {
    return used.contains(what + " " + key);
  }

  /** Whether anything of that kind is used. */
  boolean isAnyUsed(String what) {
    return used.stream().anyMatch(name -> name.startsWith(what + " "));
  }

  void warn(Problems problems) {
    written.forEach(
        (name, where) -> {
          if (!used.contains(name)) {
            problems.warning(where, "nothing uses the " + name);
          }
        });
  }
}
