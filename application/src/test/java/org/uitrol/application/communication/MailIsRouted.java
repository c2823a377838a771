package org.uitrol.application.communication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.domain.communication.AddressCommand;
import org.uitrol.domain.communication.AddressCommand.ReleaseAddress;
import org.uitrol.domain.communication.AddressCommand.ReportReturn;
import org.uitrol.domain.communication.AddressEvent;
import org.uitrol.domain.communication.AddressStanding;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.DispatchCommand;
import org.uitrol.domain.communication.DispatchCommand.BeginHandOver;
import org.uitrol.domain.communication.DispatchCommand.GatherDispatch;
import org.uitrol.domain.communication.DispatchCommand.LeaveDispatch;
import org.uitrol.domain.communication.DispatchCommand.PostponeDispatch;
import org.uitrol.domain.communication.DispatchCommand.RecordBounce;
import org.uitrol.domain.communication.DispatchCommand.ReleaseDispatch;
import org.uitrol.domain.communication.DispatchCommand.ReportDeferral;
import org.uitrol.domain.communication.DispatchCommand.ReportFailure;
import org.uitrol.domain.communication.DispatchCommand.ReportHandedOver;
import org.uitrol.domain.communication.DispatchCommand.ReportSentWithin;
import org.uitrol.domain.communication.DispatchCommand.ReportUnknown;
import org.uitrol.domain.communication.DispatchCommand.RequestDispatch;
import org.uitrol.domain.communication.DispatchCommand.SendAgain;
import org.uitrol.domain.communication.DispatchCommand.SuppressDispatch;
import org.uitrol.domain.communication.DispatchEvent;
import org.uitrol.domain.communication.DispatchEvent.DispatchGathered;
import org.uitrol.domain.communication.DispatchEvent.DispatchUnknown;
import org.uitrol.domain.communication.DispatchEvent.HandOverBegun;
import org.uitrol.domain.communication.DispatchEvent.HandedOver;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.MailConsent;
import org.uitrol.domain.communication.MailConsentCommand;
import org.uitrol.domain.communication.MailConsentCommand.OptIn;
import org.uitrol.domain.communication.MailConsentCommand.OptOut;
import org.uitrol.domain.communication.MailConsentEvent;
import org.uitrol.domain.communication.PostponeReason;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

class MailIsRouted {

  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant TOMORROW = Instant.parse("2027-01-12T08:00:00Z");
  private static final DispatchId ID = new DispatchId("dispatch-1");
  private static final PersonId SANNE = new PersonId("person-1");
  private static final RequestDispatch REQUEST =
      new RequestDispatch(
          ID,
          SANNE,
          new Letter(
              "why-copilot",
              false,
              new RolloutId("rollout-1"),
              Topic.news(),
              new TreeMap<>(),
              null,
              null,
              null),
          AT,
          AT);
  private static final DispatchId DIGEST = new DispatchId("digest");
  private static final List<DispatchEvent> REQUESTED = Dispatch.request(null, REQUEST);

  @TestFactory
  Stream<DynamicTest> to_its_rules() {
    List<DispatchEvent> handingOver = and(REQUESTED, new HandOverBegun(ID, 1, AT));
    PostponeDispatch postpone = new PostponeDispatch(ID, PostponeReason.LOAD, TOMORROW, AT);
    SuppressDispatch suppress = new SuppressDispatch(ID, SuppressReason.OPTED_OUT, AT);
    BeginHandOver begin = new BeginHandOver(ID, AT);
    ReportHandedOver handedOver = new ReportHandedOver(ID, AT);
    ReportDeferral deferral = new ReportDeferral(ID, "451", AT);
    ReportFailure failure = new ReportFailure(ID, "550", AT);
    ReportUnknown unknown = new ReportUnknown(ID, AT);
    RecordBounce bounce = new RecordBounce(ID, "5.1.1", AT);
    GatherDispatch gather = new GatherDispatch(ID, DIGEST, AT);
    ReportSentWithin within = new ReportSentWithin(ID, DIGEST, AT);
    SendAgain again = new SendAgain(ID, SamplePlan.WRITER, AT);
    ReleaseDispatch release = new ReleaseDispatch(ID, AT);
    LeaveDispatch leave = new LeaveDispatch(ID, SamplePlan.WRITER, AT);
    return new ShellTests<>(
            DispatchShell.class, DispatchCommand.class, DispatchEvent.class, Dispatch::evolve)
        .begins(REQUEST, REQUESTED)
        .after(REQUESTED, postpone, dispatch -> dispatch.postpone(postpone))
        .after(REQUESTED, suppress, dispatch -> dispatch.suppress(suppress))
        .after(REQUESTED, gather, dispatch -> dispatch.gather(gather))
        .after(
            and(REQUESTED, new DispatchGathered(ID, DIGEST, AT)),
            within,
            dispatch -> dispatch.reportSentWithin(within))
        .after(REQUESTED, begin, dispatch -> dispatch.beginHandOver(begin))
        .after(handingOver, handedOver, dispatch -> dispatch.reportHandedOver(handedOver))
        .after(handingOver, deferral, dispatch -> dispatch.reportDeferral(deferral))
        .after(handingOver, release, dispatch -> dispatch.release(release))
        .after(handingOver, failure, dispatch -> dispatch.reportFailure(failure))
        .after(handingOver, unknown, dispatch -> dispatch.reportUnknown(unknown))
        .after(
            and(handingOver, new HandedOver(ID, 1, AT)),
            bounce,
            dispatch -> dispatch.recordBounce(bounce))
        .after(
            and(handingOver, new DispatchUnknown(ID, 1, AT)),
            again,
            dispatch -> dispatch.sendAgain(again))
        .after(
            and(handingOver, new DispatchUnknown(ID, 1, AT)),
            leave,
            dispatch -> dispatch.leave(leave))
        .all();
  }

  @TestFactory
  Stream<DynamicTest> with_who_wants_it() {
    OptOut optOut = new OptOut(SANNE, AT);
    OptIn optIn = new OptIn(SANNE, TOMORROW);
    return new ShellTests<>(
            MailConsentShell.class,
            MailConsentCommand.class,
            MailConsentEvent.class,
            MailConsent::evolve)
        .begins(optOut, MailConsent.optOut(null, optOut))
        .begins(optIn, MailConsent.optIn(null, optIn))
        .all();
  }

  @TestFactory
  Stream<DynamicTest> with_addresses_that_get_none() {
    ReportReturn report = new ReportReturn(SANNE, ID, true, "5.1.1", null, AT);
    ReleaseAddress release = new ReleaseAddress(SANNE, new AccountId("account-1"), TOMORROW);
    return new ShellTests<>(
            AddressShell.class, AddressCommand.class, AddressEvent.class, AddressStanding::evolve)
        .begins(report, AddressStanding.report(null, report))
        .after(
            AddressStanding.report(null, report),
            release,
            standing -> AddressStanding.release(standing, release))
        .all();
  }

  private static List<DispatchEvent> and(List<DispatchEvent> some, DispatchEvent... more) {
    List<DispatchEvent> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all;
  }
}
