package org.uitrol.adapters.scim;

/** The addresses of schemas and messages, as RFC 7643 and 7644 give them. */
final class Schemas {

  static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
  static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
  static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
  static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Schema";
  static final String RESOURCE_TYPE = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";
  static final String SERVICE = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
  static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
  static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

  private Schemas() {}
}
