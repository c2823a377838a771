/**
 * Tells the history in the languages of its readers, and writes it out for auditors as tables and
 * as lines of JSON.
 */
@NullMarked
package org.uitrol.adapters.history;

import org.jspecify.annotations.NullMarked;
