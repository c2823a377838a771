/**
 * Nothing that is past due leaves until a person has looked: how a database begins that was
 * restored or copied (decision 0043).
 */
@NullMarked
package org.uitrol.domain.hold;

import org.jspecify.annotations.NullMarked;
