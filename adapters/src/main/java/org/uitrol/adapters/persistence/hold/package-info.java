/** Whether there is a hold, what is past due, and how far the database has come. */
@NullMarked
package org.uitrol.adapters.persistence.hold;

import org.jspecify.annotations.NullMarked;
