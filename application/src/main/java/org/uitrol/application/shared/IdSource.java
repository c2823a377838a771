package org.uitrol.application.shared;

import java.util.UUID;

/** Makes identifiers for what people make; safe for many threads. */
@FunctionalInterface
public interface IdSource {

  /** An identifier that was never given before and tells nothing. */
  String next();

  /** Random UUIDs of version 4 (RFC 9562, section 5.4). */
  static IdSource random() {
    return () -> UUID.randomUUID().toString();
  }
}
