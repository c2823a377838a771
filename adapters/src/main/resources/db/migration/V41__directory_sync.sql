-- People whom the organisation's own directory took back: they left, and it sees them no more.
create table sync_withdrawn (
  person_id text primary key
);

-- What the organisation's own directory calls a department, and whether it took it back.
create table sync_department (
  department_id text primary key,
  external_id   text unique,
  withdrawn     boolean not null default false
);
