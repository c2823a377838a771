package org.uitrol.application.communication.port;

/**
 * An address that no message can be sent to. The text tells what is wrong without repeating the
 * address, so that it may be kept and logged.
 */
public final class UndeliverableAddress extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public UndeliverableAddress(Reason reason) {
    super(reason.explanation);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** What is wrong with an address. */
  public enum Reason {
    MALFORMED("this is not an e-mail address of the form name@example.org"),
    TOO_LONG("an e-mail address has at most 64 characters before the @ and 254 in all"),
    /** Sending to it needs SMTPUTF8 (RFC 6531), which many servers on the way don't have. */
    NON_ASCII_LOCAL_PART(
        "before the @ an e-mail address may only have letters without accents, digits and . _ - +"
            + " and the like"),
    MALFORMED_DOMAIN("after the @ there is no valid domain name"),
    /**
     * Letters such as ß that older and newer rules (RFC 3490, RFC 5891) turn into two different
     * domains: a guess could reach a stranger.
     */
    AMBIGUOUS_DOMAIN(
        "the domain has a letter that mail servers read in two ways; write the domain in its xn--"
            + " form");

    private final String explanation;

    Reason(String explanation) {
      this.explanation = explanation;
    }
  }
}
