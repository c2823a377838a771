-- Where people are on their skill paths: a read model like those of V10.
create table view_skill_path (
  path     text        primary key,
  rollout  text        not null,
  activity text        not null,
  person   text        not null,
  due_at   timestamptz not null,
  row      json        not null
);
create index view_skill_path_rollout on view_skill_path (rollout, activity);
create index view_skill_path_person on view_skill_path (person);
