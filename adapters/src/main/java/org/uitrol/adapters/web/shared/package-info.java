/**
 * What all pages share: who is signed in, the menu, words in the reader's language, dates and
 * numbers as the reader writes them, and what is said when something goes wrong.
 */
@NullMarked
package org.uitrol.adapters.web.shared;

import org.jspecify.annotations.NullMarked;
