/** Who is invited to which session, who answered what, and where seats are free. */
@NullMarked
package org.uitrol.application.session.view;

import org.jspecify.annotations.NullMarked;
