/** Attendance of sessions, from programs that know who was there. */
@NullMarked
package org.uitrol.adapters.api.session;

import org.jspecify.annotations.NullMarked;
