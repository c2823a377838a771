package org.uitrol.domain.shared;

/** One usage report file. */
public record UsageImportId(String value) implements Id {

  public UsageImportId {
    Ids.requireText(value);
  }

  /**
   * The import of a file: the same file is the same import.
   *
   * @param hash SHA-256 of its bytes
   */
  public static UsageImportId of(String hash) {
    return new UsageImportId(Ids.derived("usage-import", hash));
  }

  @Override
  public String toString() {
    return value;
  }
}
