/**
 * People and departments as an organisation's own directory (Microsoft Entra ID, Okta) keeps them
 * up to date by itself: System for Cross-domain Identity Management, RFC 7643 and 7644.
 */
@NullMarked
package org.uitrol.adapters.scim;

import org.jspecify.annotations.NullMarked;
