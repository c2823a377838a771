package org.uitrol.adapters.scim;

import org.springframework.http.HttpStatus;

/** A request that can't be done, in the words of RFC 7644, section 3.12. */
final class ScimFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String type;

  /**
   * @param type the {@code scimType}, or empty where the section has none
   */
  ScimFailure(HttpStatus status, String type, String detail) {
    super(detail);
    this.status = status;
    this.type = type;
  }

  static ScimFailure badFilter(String detail) {
    return new ScimFailure(HttpStatus.BAD_REQUEST, "invalidFilter", detail);
  }

  static ScimFailure badPath(String detail) {
    return new ScimFailure(HttpStatus.BAD_REQUEST, "invalidPath", detail);
  }

  static ScimFailure badValue(String detail) {
    return new ScimFailure(HttpStatus.BAD_REQUEST, "invalidValue", detail);
  }

  static ScimFailure badSyntax(String detail) {
    return new ScimFailure(HttpStatus.BAD_REQUEST, "invalidSyntax", detail);
  }

  static ScimFailure taken(String detail) {
    return new ScimFailure(HttpStatus.CONFLICT, "uniqueness", detail);
  }

  static ScimFailure unknown(String id) {
    return new ScimFailure(HttpStatus.NOT_FOUND, "", "there is no resource " + id);
  }

  HttpStatus status() {
    return status;
  }

  String type() {
    return type;
  }
}
