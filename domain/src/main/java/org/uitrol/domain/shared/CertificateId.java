package org.uitrol.domain.shared;

/** What says that a person was erased. */
public record CertificateId(String value) implements Id {

  public CertificateId {
    Ids.requireText(value);
  }

  /**
   * The certificate of an erasure.
   *
   * @param number which erasure of that person
   */
  public static CertificateId of(PersonId person, int number) {
    return new CertificateId(Ids.derived("erasure", person, number));
  }

  @Override
  public String toString() {
    return value;
  }
}
