package org.uitrol.application.directory;

/**
 * Something wrong with one row of a people file.
 *
 * @param line where the row starts in the file, counted from 1 in lines as an editor shows them
 * @param column the column as the file's header spells it; empty when the whole row is meant
 * @param code stable, upper-case words joined by underscores, for pages that translate
 * @param reason in English, a sentence without its full stop
 * @param refused whether the row is left out; false when it is imported all the same
 */
public record RowProblem(long line, String column, String code, String reason, boolean refused) {}
