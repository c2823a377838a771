package org.uitrol.domain.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.Plans.READER;
import static org.uitrol.domain.testing.Plans.person;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.communication.Dispatch.State;
import org.uitrol.domain.communication.DispatchCommand.BeginHandOver;
import org.uitrol.domain.communication.DispatchCommand.LeaveDispatch;
import org.uitrol.domain.communication.DispatchCommand.PostponeDispatch;
import org.uitrol.domain.communication.DispatchCommand.RecordBounce;
import org.uitrol.domain.communication.DispatchCommand.ReleaseDispatch;
import org.uitrol.domain.communication.DispatchCommand.ReportDeferral;
import org.uitrol.domain.communication.DispatchCommand.ReportFailure;
import org.uitrol.domain.communication.DispatchCommand.ReportHandedOver;
import org.uitrol.domain.communication.DispatchCommand.ReportUnknown;
import org.uitrol.domain.communication.DispatchCommand.RequestDispatch;
import org.uitrol.domain.communication.DispatchCommand.SendAgain;
import org.uitrol.domain.communication.DispatchCommand.SuppressDispatch;
import org.uitrol.domain.communication.DispatchEvent.DispatchDeferred;
import org.uitrol.domain.communication.DispatchEvent.HandOverBegun;
import org.uitrol.domain.communication.DispatchEvent.HandedOver;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.testing.Story;

class AnyMail {

  private static final DispatchId MAIL = new DispatchId("d-1");
  private static final Instant START = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant USELESS = START.plus(Duration.ofDays(3));

  private record Step(int kind, int hours) {}

  @Property(tries = 1000)
  void arrives_at_most_once_for_each_hand_over_and_never_goes_again_after_that(
      @ForAll("steps") List<Step> steps) {
    Story<Dispatch, DispatchCommand, DispatchEvent> story =
        new Story<>(AnyMail::decide, Dispatch::evolve);
    story.play(new RequestDispatch(MAIL, person(1), letter(), START, START));
    Instant at = START;
    int begun = 0;
    int arrived = 0;
    for (Step step : steps) {
      at = at.plus(Duration.ofHours(step.hours()));
      State before = story.state().orElseThrow().state();

      List<DispatchEvent> events = story.play(command(step.kind(), at));

      State now = story.state().orElseThrow().state();
      if (before == State.HANDED_OVER) {
        assertThat(now).isIn(State.HANDED_OVER, State.BOUNCED);
      } else if (before == State.BOUNCED || before == State.SUPPRESSED) {
        assertThat(now).isEqualTo(before);
      } else if (before != State.WAITING) {
        assertThat(events).noneMatch(HandOverBegun.class::isInstance);
      }
      for (DispatchEvent event : events) {
        if (event instanceof HandOverBegun hand) {
          begun++;
          assertThat(hand.attempt()).isEqualTo(begun);
        } else if (event instanceof HandedOver) {
          arrived++;
        } else if (event instanceof DispatchDeferred deferred) {
          assertThat(deferred.retryAt()).isAfter(at).isBeforeOrEqualTo(USELESS);
        }
      }
      assertThat(arrived).isLessThanOrEqualTo(Math.min(begun, 1));
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 16), Arbitraries.integers().between(0, 12))
        .as(Step::new)
        .list()
        .ofMaxSize(30);
  }

  private static DispatchCommand command(int kind, Instant at) {
    return switch (kind) {
      case 0 -> new SuppressDispatch(MAIL, SuppressReason.OPTED_OUT, at);
      case 1 -> new PostponeDispatch(MAIL, PostponeReason.LOAD, at.plusSeconds(60), at);
      case 2 -> new RecordBounce(MAIL, "5.1.1", at);
      case 3 -> new ReportFailure(MAIL, "550", at);
      case 4, 5 -> new ReportUnknown(MAIL, at);
      case 6, 7 -> new SendAgain(MAIL, READER, at);
      case 8, 9 -> new ReportDeferral(MAIL, "451", at);
      case 10 -> new ReportHandedOver(MAIL, at);
      case 12 -> new ReleaseDispatch(MAIL, at);
      case 11 -> new LeaveDispatch(MAIL, READER, at);
      default -> new BeginHandOver(MAIL, at);
    };
  }

  private static Letter letter() {
    return new Letter(
        "news", false, new RolloutId("r-1"), Topic.news(), new TreeMap<>(), null, null, USELESS);
  }

  private static List<DispatchEvent> decide(@Nullable Dispatch dispatch, DispatchCommand command) {
    if (command instanceof RequestDispatch request) {
      return Dispatch.request(dispatch, request);
    } else if (dispatch == null) {
      return List.of();
    } else if (command instanceof SuppressDispatch suppress) {
      return dispatch.suppress(suppress);
    } else if (command instanceof PostponeDispatch postpone) {
      return dispatch.postpone(postpone);
    } else if (command instanceof RecordBounce bounce) {
      return dispatch.recordBounce(bounce);
    } else if (command instanceof ReportFailure failure) {
      return dispatch.reportFailure(failure);
    } else if (command instanceof ReportUnknown unknown) {
      return dispatch.reportUnknown(unknown);
    } else if (command instanceof SendAgain again) {
      return dispatch.sendAgain(again);
    } else if (command instanceof ReleaseDispatch release) {
      return dispatch.release(release);
    } else if (command instanceof LeaveDispatch leave) {
      return dispatch.leave(leave);
    } else if (command instanceof ReportDeferral deferral) {
      return dispatch.reportDeferral(deferral);
    } else if (command instanceof ReportHandedOver delivered) {
      return dispatch.reportHandedOver(delivered);
    } else if (command instanceof BeginHandOver begin) {
      return dispatch.beginHandOver(begin);
    }
    throw new IllegalStateException("no test plays " + command);
  }
}
