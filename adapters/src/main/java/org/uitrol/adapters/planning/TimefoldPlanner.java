package org.uitrol.adapters.planning;

import ai.timefold.solver.core.api.score.analysis.ScoreAnalysis;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.entity.EntitySelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.entity.pillar.PillarSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.PillarChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.uitrol.application.session.port.SessionPlanner;
import org.uitrol.domain.session.timetable.Rating;
import org.uitrol.domain.session.timetable.Timetable;
import org.uitrol.domain.session.timetable.TimetableProblem;

/**
 * Looks for timetables by local search with Timefold, on one thread and from one seed: with a limit
 * of moves, the same question always has the same answer.
 */
@Component
public final class TimefoldPlanner implements SessionPlanner {

  private static final long SEED = 17;

  /** A search that finds nothing better for this part of its time is over. */
  private static final long PATIENCE = 3;

  /** How much worse a step may be at first: about as much as some people on other days. */
  private static final String TEMPERATURE = "0hard/0medium/100soft";

  private final SolutionManager<Puzzle, HardMediumSoftLongScore> scores =
      SolutionManager.create(SolverFactory.create(config(new Effort(Duration.ofSeconds(1), 0))));

  @Override
  public Search search(
      TimetableProblem problem, Timetable start, Effort effort, Consumer<Rated> found) {
    Puzzle puzzle = Puzzle.of(problem, start);
    Solver<Puzzle> solver = SolverFactory.<Puzzle>create(config(effort)).buildSolver();
    solver.addEventListener(event -> found.accept(rated(event.getNewBestSolution())));
    return new TimefoldSearch(solver, puzzle);
  }

  @Override
  public Rating rate(TimetableProblem problem, Timetable timetable) {
    return Puzzle.rating(analyse(problem, timetable).score());
  }

  /** The score, constraint by constraint. */
  ScoreAnalysis<HardMediumSoftLongScore> analyse(TimetableProblem problem, Timetable timetable) {
    return scores.analyze(Puzzle.of(problem, timetable));
  }

  private static Rated rated(Puzzle puzzle) {
    return new Rated(puzzle.timetable(), puzzle.rating());
  }

  private static SolverConfig config(Effort effort) {
    TerminationConfig enough =
        new TerminationConfig()
            .withSpentLimit(effort.longest())
            .withUnimprovedSpentLimit(effort.longest().dividedBy(PATIENCE));
    if (effort.moves() > 0) {
      enough.setMoveCountLimit(effort.moves());
    }
    LocalSearchPhaseConfig search =
        new LocalSearchPhaseConfig()
            .withMoveSelectorConfig(moves())
            .withAcceptorConfig(
                new LocalSearchAcceptorConfig()
                    .withSimulatedAnnealingStartingTemperature(TEMPERATURE))
            .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
    return new SolverConfig()
        .withSolutionClass(Puzzle.class)
        .withEntityClasses(PlannedSession.class, Seat.class)
        .withConstraintProviderClass(TimetableConstraints.class)
        .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
        .withRandomSeed(SEED)
        .withTerminationConfig(enough)
        .withPhases(search);
  }

  /** One thing changes, two change places, or all or some people of a session go elsewhere. */
  private static UnionMoveSelectorConfig moves() {
    PillarChangeMoveSelectorConfig together = new PillarChangeMoveSelectorConfig();
    together.setPillarSelectorConfig(
        new PillarSelectorConfig()
            .withEntitySelectorConfig(new EntitySelectorConfig().withEntityClass(Seat.class)));
    return new UnionMoveSelectorConfig(
        List.of(new ChangeMoveSelectorConfig(), new SwapMoveSelectorConfig(), together));
  }

  private record TimefoldSearch(Solver<Puzzle> solver, Puzzle puzzle) implements Search {

    @Override
    public Rated run() {
      return rated(solver.solve(puzzle));
    }

    @Override
    public void stop() {
      solver.terminateEarly();
    }
  }
}
