/** The buttons by which a newcomer lets simulated time jump. */
@NullMarked
package org.uitrol.adapters.web.demo;

import org.jspecify.annotations.NullMarked;
