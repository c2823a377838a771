/** Sessions and who is invited to them, in PostgreSQL. */
@NullMarked
package org.uitrol.adapters.persistence.session;

import org.jspecify.annotations.NullMarked;
