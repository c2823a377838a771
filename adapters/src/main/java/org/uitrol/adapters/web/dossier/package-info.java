/** Hands out everything that is known of a campaign as one file. */
@NullMarked
package org.uitrol.adapters.web.dossier;

import org.jspecify.annotations.NullMarked;
