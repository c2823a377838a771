/** What is kept of reports of use, in PostgreSQL. */
@NullMarked
package org.uitrol.adapters.persistence.adoption;

import org.jspecify.annotations.NullMarked;
