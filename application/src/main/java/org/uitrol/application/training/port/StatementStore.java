package org.uitrol.application.training.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.training.ActorName;
import org.uitrol.application.training.LearningStatement;
import org.uitrol.application.training.SubmittedStatement;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.LearningAccountId;
import org.uitrol.domain.shared.PersonId;

/**
 * What learning platforms told, word for word and sealed (decision 0007): under the key of the
 * person whom it is about, else under a key of the account, which goes when nobody claims it. What
 * is found by is kept as keyed hashes where it tells of people. Safe for many threads; takes part
 * in the caller's transaction.
 */
public interface StatementStore {

  /** An account that a platform told of. */
  record Account(LearningAccountId id, @Nullable PersonId person) {}

  /**
   * A statement that is kept.
   *
   * @param sender who sent it, and alone may read it
   * @param refersTo the statement that it is about, if it is about one
   * @param voided whether its sender has withdrawn it
   */
  record Known(
      LearningStatement told,
      AccountId sender,
      LearningAccountId account,
      @Nullable PersonId person,
      @Nullable String refersTo,
      boolean voided) {}

  /** A statement as it was sent, completed by what the store adds. */
  record Document(long number, String id, Instant storedAt, String json) {}

  /**
   * An account that is nobody's, or of which somebody said whose it is.
   *
   * @param statements how many are kept
   * @param activities of what they tell, some of them
   */
  record Seen(
      LearningAccountId id,
      ActorName name,
      @Nullable PersonId person,
      long statements,
      List<String> activities,
      Instant lastAt) {

    public Seen {
      activities = List.copyOf(activities);
    }
  }

  /**
   * What is asked for; nothing counts where a part is null.
   *
   * @param agent the key of an actor
   * @param related whether it may occur anywhere in a statement
   * @param relatedActivity the same of the activity
   * @param since stored after it
   * @param until stored at it or before
   * @param beyond only what comes after this number in that order; 0 for all
   */
  record Query(
      AccountId sender,
      @Nullable String agent,
      boolean related,
      @Nullable String verb,
      @Nullable String activity,
      boolean relatedActivity,
      @Nullable String registration,
      @Nullable Instant since,
      @Nullable Instant until,
      boolean ascending,
      long beyond,
      int limit) {}

  /** Lets nobody else store statements until the transaction ends. */
  void lock();

  /** When the newest statement was stored; empty when there is none. */
  Optional<Instant> latest();

  /** Whatever was stored by that moment can be read; it is no later than now. */
  Instant consistentThrough(Instant now);

  /** Whether one of that id is kept, by whomever. */
  Optional<Known> find(String id);

  /** Whether the one of that id means the same; it has to be there. */
  boolean isSame(SubmittedStatement statement);

  /** The account of an actor, noted anew when it is unknown. */
  Account account(ActorName who, Instant at);

  /** Keeps a statement; its id has to be new. */
  void put(SubmittedStatement statement, Account account, AccountId sender, Instant storedAt);

  /** A statement of that sender; empty when there is none or the person was erased. */
  Optional<Document> read(String id, AccountId sender);

  /** The statements that are asked for. Withdrawn ones aren't among them. */
  List<Document> list(Query query);

  /** The statements of an account that aren't withdrawn, by when it happened. */
  List<Known> ofAccount(LearningAccountId account);

  /** The statements about a person and these activities that aren't withdrawn, by when. */
  List<Known> ofPerson(PersonId person, Collection<String> activities);

  /** All that was told of a person, as it was told, the oldest first. */
  List<Document> documentsOf(PersonId person);

  /** The statements of known people that were stored since, by when it happened. */
  List<Known> storedSince(Instant moment);

  /** The accounts that are nobody's, the latest first. */
  List<Seen> unmatched(int most);

  /** The accounts of which somebody said whose they are, the latest first. */
  List<Seen> matchedByHand(int most);

  /**
   * From now on the account is that person's, and what it told is sealed under the person's key.
   *
   * @param byHand whether somebody said so, rather than an address
   */
  void match(LearningAccountId account, PersonId person, boolean byHand);

  /** From now on the account is nobody's. */
  void release(LearningAccountId account);

  /** Removes what was told before that moment of accounts that are nobody's. Returns how much. */
  int forget(Instant before);
}
