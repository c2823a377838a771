package org.uitrol.adapters.mail.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The fields of a delivery status (RFC 3464, section 2.3), one block for each recipient. */
final class DeliveryFields {

  private static final int MOST = 200;

  private DeliveryFields() {}

  /** The blocks; empty when the text holds none. */
  static List<Diagnosis> in(String text, ReportText report) {
    List<Headers> blocks = new ArrayList<>();
    for (String block : text.split("\r?\n[ \t]*\r?\n", MOST)) {
      split(Headers.of(block), blocks);
    }
    List<String> recipients = blocks.stream().map(DeliveryFields::recipient).toList();
    return blocks.stream().map(block -> diagnosis(block, report, recipients)).toList();
  }

  /** Some servers put no blank line between two recipients. */
  private static void split(Headers block, List<Headers> blocks) {
    List<Headers.Field> current = new ArrayList<>();
    for (Headers.Field field : block.fields()) {
      boolean again =
          field.name().equals("final-recipient")
              && current.stream().anyMatch(one -> one.name().equals("final-recipient"));
      if (again) {
        blocks.add(new Headers(current));
        current = new ArrayList<>();
      }
      current.add(field);
    }
    Headers last = new Headers(current);
    boolean ofRecipient =
        last.has("final-recipient")
            || last.has("original-recipient")
            || last.has("x-actual-recipient")
            || (last.has("action") && last.has("status"));
    if (ofRecipient && blocks.size() < MOST) {
      blocks.add(last);
    }
  }

  private static Diagnosis diagnosis(Headers block, ReportText report, List<String> recipients) {
    String recipient = recipient(block);
    String original = address(block.first("original-recipient"));
    String diagnostic = block.first("diagnostic-code");
    int semicolon = diagnostic.indexOf(';');
    boolean typed =
        semicolon > 0 && semicolon < 20 && diagnostic.substring(0, semicolon).matches("[\\w -]+");
    String words = typed ? diagnostic.substring(semicolon + 1) : diagnostic;
    String status = block.first("status");
    int comment = status.indexOf('(');
    return new Diagnosis(
        recipient,
        original.equalsIgnoreCase(recipient) ? "" : original,
        block.first("action").toLowerCase(Locale.ROOT),
        status,
        typed ? diagnostic.substring(0, semicolon).strip().toLowerCase(Locale.ROOT) : "",
        words.isBlank() && comment >= 0 ? status.substring(comment) : words,
        report.around(recipient, recipients));
  }

  private static String recipient(Headers block) {
    for (String name : List.of("final-recipient", "x-actual-recipient", "original-recipient")) {
      String address = address(block.first(name));
      if (!address.isEmpty()) {
        return address;
      }
    }
    return "";
  }

  private static String address(String field) {
    int semicolon = field.indexOf(';');
    return Addresses.first(field.substring(semicolon + 1));
  }
}
