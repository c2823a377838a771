/**
 * Everything that a works council or an auditor may know of a campaign, put together from what was
 * recorded up to one place in the history.
 */
@NullMarked
package org.uitrol.application.audit.dossier;

import org.jspecify.annotations.NullMarked;
