package org.uitrol.application.communication.port;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.communication.port.UndeliverableAddress.Reason;

/**
 * Whom a message is from or to. An address that exists can be written into a message and an SMTP
 * command as it is: it is ASCII, its domain in lower case and in punycode (RFC 5891), and it has no
 * quoted part (RFC 5321, section 4.1.2, allows one; nobody's mail needs it and injection does).
 *
 * @param name how the person or body is called, on one line, or null when only the address is known
 * @param address {@code local@domain}; two spellings of one domain give equal addresses
 */
public record MailAddress(@Nullable String name, String address) {

  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_ADDRESS = 254;
  private static final Pattern ATOMS =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+");
  private static final Pattern LABELS =
      Pattern.compile(
          "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");
  private static final Pattern READ_IN_TWO_WAYS = Pattern.compile("[ßẞς\\x{200C}\\x{200D}]");

  /**
   * @throws UndeliverableAddress if no message can be sent to that address
   */
  public MailAddress {
    address = normalized(address.strip());
    name = name == null ? null : oneLine(name);
    if (name != null && name.isEmpty()) {
      name = null;
    }
  }

  /** An address without a name. */
  public static MailAddress of(String address) {
    return new MailAddress(null, address);
  }

  /** The part before the {@code @}. */
  public String localPart() {
    return address.substring(0, address.lastIndexOf('@'));
  }

  /** The part after the {@code @}, in punycode and lower case. */
  public String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /**
   * Whether mail to the one and to the other reaches the same mailbox, whatever they are called.
   */
  public boolean sameMailbox(MailAddress other) {
    return address.toLowerCase(Locale.ROOT).equals(other.address.toLowerCase(Locale.ROOT));
  }

  private static String normalized(String address) {
    int at = address.lastIndexOf('@');
    if (at < 1 || at == address.length() - 1) {
      throw new UndeliverableAddress(Reason.MALFORMED);
    }
    if (at > LONGEST_LOCAL_PART || address.length() > LONGEST_ADDRESS) {
      throw new UndeliverableAddress(Reason.TOO_LONG);
    }
    String local = address.substring(0, at);
    if (local.chars().anyMatch(c -> c > 0x7e)) {
      throw new UndeliverableAddress(Reason.NON_ASCII_LOCAL_PART);
    }
    if (!ATOMS.matcher(local).matches()) {
      throw new UndeliverableAddress(Reason.MALFORMED);
    }
    String normalized = local + '@' + punycode(address.substring(at + 1));
    if (normalized.length() > LONGEST_ADDRESS) {
      throw new UndeliverableAddress(Reason.TOO_LONG);
    }
    return normalized;
  }

  private static String punycode(String domain) {
    if (READ_IN_TWO_WAYS.matcher(domain).find()) {
      throw new UndeliverableAddress(Reason.AMBIGUOUS_DOMAIN);
    }
    String ascii;
    try {
      ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new UndeliverableAddress(Reason.MALFORMED_DOMAIN);
    }
    if (!LABELS.matcher(ascii).matches()) {
      throw new UndeliverableAddress(Reason.MALFORMED_DOMAIN);
    }
    return ascii;
  }

  private static String oneLine(String name) {
    return name.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
  }
}
