/**
 * What people reach by a link that is theirs alone: their own page, a survey, and opting out of
 * mail. Opening a link changes nothing, since mail scanners open every link.
 */
@NullMarked
package org.uitrol.adapters.web.me;

import org.jspecify.annotations.NullMarked;
