/**
 * Who works where: departments and the people who join, move and leave. Only membership is known
 * here; names and addresses are not.
 */
@NullMarked
package org.uitrol.domain.directory;

import org.jspecify.annotations.NullMarked;
