/**
 * Questions and worries about a campaign: who asked in which way, who owes the answer and until
 * when, and whether gates wait for it. What was asked and answered is kept elsewhere and can be
 * erased; here are only the facts about it.
 */
@NullMarked
package org.uitrol.domain.concern;

import org.jspecify.annotations.NullMarked;
