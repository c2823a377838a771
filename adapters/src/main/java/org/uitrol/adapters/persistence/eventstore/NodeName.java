package org.uitrol.adapters.persistence.eventstore;

/**
 * What this server calls itself when it claims work in the database. Two servers on one database
 * never share a name; a server that is the only one keeps its name, so that after a crash it
 * resumes its own work at once.
 */
public record NodeName(String value) {

  public NodeName {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a server needs a name");
    }
  }
}
