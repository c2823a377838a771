package org.uitrol.adapters.security;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Something that can be asked for.
 *
 * @param method null for every method
 * @param pattern of the path, exactly as the handler that answers it writes it
 */
public record Route(@Nullable HttpMethod method, String pattern, Access access) {

  @Override
  public String toString() {
    return (method == null ? "any" : method) + " " + pattern;
  }
}
