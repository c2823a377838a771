package org.uitrol.domain.communication;

import org.uitrol.domain.shared.Text;

/**
 * A mail that the plan writes itself.
 *
 * @param subject one line of Mustache
 * @param body Markdown with Mustache
 * @param optional whether people may opt out of it
 */
public record MailText(Text subject, Text body, boolean optional) {}
