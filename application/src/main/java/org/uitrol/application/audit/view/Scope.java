package org.uitrol.application.audit.view;

import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;

/** Where something belongs. */
public record Scope(CampaignId campaign, @Nullable DepartmentId department) {}
