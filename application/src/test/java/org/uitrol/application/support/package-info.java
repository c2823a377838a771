/** What tests of read models share: events that are delivered once, twice and again. */
@NullMarked
package org.uitrol.application.support;

import org.jspecify.annotations.NullMarked;
