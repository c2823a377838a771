/**
 * Writes everything that a works council or an auditor may know of a campaign into one file: to
 * read and print (PDF) and for programs (JSON), both of the same content.
 */
@NullMarked
package org.uitrol.adapters.dossier;

import org.jspecify.annotations.NullMarked;
