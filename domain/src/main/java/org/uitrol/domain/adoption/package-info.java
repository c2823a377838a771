/**
 * Whether people keep using what was rolled out: what reports of use say of days, and what follows
 * from it for groups of people.
 */
@NullMarked
package org.uitrol.domain.adoption;

import org.jspecify.annotations.NullMarked;
