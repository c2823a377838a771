/**
 * Reads the campaign file, in which a change manager writes what a campaign will do: YAML, with a
 * JSON Schema for editors. A file is either right, and then it is a plan, or all its mistakes are
 * told with their line and column.
 */
@NullMarked
package org.uitrol.adapters.files.campaign;

import org.jspecify.annotations.NullMarked;
