/**
 * Keeps who works where, who people are and which people files were imported. Personal data is
 * encrypted under a key per person, which is itself encrypted under the organisation's master key.
 */
@NullMarked
package org.uitrol.adapters.persistence.directory;

import org.jspecify.annotations.NullMarked;
