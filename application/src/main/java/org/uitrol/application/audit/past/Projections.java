package org.uitrol.application.audit.past;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uitrol.application.adoption.view.LookProjector;
import org.uitrol.application.adoption.view.LookStore;
import org.uitrol.application.adoption.view.MemoryLookStore;
import org.uitrol.application.audit.port.EventText;
import org.uitrol.application.audit.view.MemoryTrailStore;
import org.uitrol.application.audit.view.TrailProjector;
import org.uitrol.application.audit.view.TrailStore;
import org.uitrol.application.campaign.view.CampaignProjector;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.campaign.view.MemoryCampaignStore;
import org.uitrol.application.communication.view.MailProjector;
import org.uitrol.application.communication.view.MailStore;
import org.uitrol.application.communication.view.MemoryMailStore;
import org.uitrol.application.concern.view.ConcernProjector;
import org.uitrol.application.concern.view.ConcernStore;
import org.uitrol.application.concern.view.MemoryConcernStore;
import org.uitrol.application.directory.view.DirectoryProjector;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.directory.view.MemoryDirectoryStore;
import org.uitrol.application.erasure.view.ErasureProjector;
import org.uitrol.application.erasure.view.ErasureStore;
import org.uitrol.application.erasure.view.MemoryErasureStore;
import org.uitrol.application.followup.view.FollowUpProjector;
import org.uitrol.application.followup.view.FollowUpStore;
import org.uitrol.application.followup.view.MemoryFollowUpStore;
import org.uitrol.application.rollout.view.MemoryRolloutStore;
import org.uitrol.application.rollout.view.RolloutProjector;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.session.view.MemorySessionStore;
import org.uitrol.application.session.view.SessionProjector;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.application.shared.EventCatalog;
import org.uitrol.application.shared.ViewStore;
import org.uitrol.application.survey.source.view.AnswerSourceProjector;
import org.uitrol.application.survey.source.view.AnswerSourceStore;
import org.uitrol.application.survey.source.view.MemoryAnswerSourceStore;
import org.uitrol.application.survey.view.MemoryResultsStore;
import org.uitrol.application.survey.view.MemorySurveyStore;
import org.uitrol.application.survey.view.ResultsProjector;
import org.uitrol.application.survey.view.ResultsStore;
import org.uitrol.application.survey.view.SurveyProjector;
import org.uitrol.application.survey.view.SurveyStore;
import org.uitrol.application.training.view.LearnerProjector;
import org.uitrol.application.training.view.LearnerStore;
import org.uitrol.application.training.view.MemoryLearnerStore;
import org.uitrol.application.training.view.MemoryPathStore;
import org.uitrol.application.training.view.PathProjector;
import org.uitrol.application.training.view.PathStore;

/** All views there are. Immutable, safe for many threads. */
@Component
public final class Projections {

  private final List<Projection<?>> all;

  public Projections(EventCatalog catalog, EventText texts) {
    all =
        List.of(
            new Projection<>(
                "view.answer-sources",
                AnswerSourceStore.class,
                MemoryAnswerSourceStore::new,
                AnswerSourceProjector::new),
            new Projection<>(
                "view.campaign",
                CampaignStore.class,
                MemoryCampaignStore::new,
                CampaignProjector::new),
            new Projection<>(
                "view.concern", ConcernStore.class, MemoryConcernStore::new, ConcernProjector::new),
            new Projection<>(
                DirectoryProjector.GROUP,
                DirectoryStore.class,
                MemoryDirectoryStore::new,
                DirectoryProjector::new),
            new Projection<>(
                "view.erasure", ErasureStore.class, MemoryErasureStore::new, ErasureProjector::new),
            new Projection<>(
                "view.followup",
                FollowUpStore.class,
                MemoryFollowUpStore::new,
                FollowUpProjector::new),
            new Projection<>(
                "view.learner", LearnerStore.class, MemoryLearnerStore::new, LearnerProjector::new),
            new Projection<>(
                "view.looks", LookStore.class, MemoryLookStore::new, LookProjector::new),
            new Projection<>(
                "view.mail", MailStore.class, MemoryMailStore::new, MailProjector::new),
            new Projection<>(
                "view.path", PathStore.class, MemoryPathStore::new, PathProjector::new),
            new Projection<>(
                "view.results", ResultsStore.class, MemoryResultsStore::new, ResultsProjector::new),
            new Projection<>(
                "view.rollout", RolloutStore.class, MemoryRolloutStore::new, RolloutProjector::new),
            new Projection<>(
                "view.session", SessionStore.class, MemorySessionStore::new, SessionProjector::new),
            new Projection<>(
                "view.survey", SurveyStore.class, MemorySurveyStore::new, SurveyProjector::new),
            new Projection<>(
                "view.trail",
                TrailStore.class,
                MemoryTrailStore::new,
                store -> new TrailProjector(store, catalog, texts)));
  }

  /** All of them, by name. */
  public List<Projection<?>> all() {
    return all;
  }

  /** The one of that name. */
  public Optional<Projection<?>> named(String name) {
    return all.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** The one that is kept in that store. */
  public Optional<Projection<?>> storedIn(ViewStore store) {
    return all.stream().filter(one -> one.store().isInstance(store)).findFirst();
  }
}
