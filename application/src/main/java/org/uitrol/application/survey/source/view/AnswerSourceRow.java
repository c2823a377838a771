package org.uitrol.application.survey.source.view;

import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.survey.source.SourceKind;

/** A source from which answers to the surveys of an activity come. */
public record AnswerSourceRow(
    AnswerSourceId source, CampaignId campaign, String activity, SourceKind kind, String name) {}
