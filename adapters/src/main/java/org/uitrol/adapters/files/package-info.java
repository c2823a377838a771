/**
 * Reads the files that people bring: the campaign plan in YAML with its conditions, and the people
 * in CSV.
 */
@NullMarked
package org.uitrol.adapters.files;

import org.jspecify.annotations.NullMarked;
