/**
 * A small application of its own, outside {@code org.uitrol}, that shows and tries the event store:
 * a savings pot takes coins until it is full, and then the next one is opened.
 */
@NullMarked
package sample.pots;

import org.jspecify.annotations.NullMarked;
