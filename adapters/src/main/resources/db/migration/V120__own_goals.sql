-- What people want to reach for themselves (decision 0033): theirs alone, and without a moment.
create table own_goal (
  person_id text  not null,
  goal_id   text  not null,
  sealed    bytea not null,
  primary key (person_id, goal_id)
);
