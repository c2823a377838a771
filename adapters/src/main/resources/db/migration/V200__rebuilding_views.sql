-- Views that are filled anew stand here beside the present ones, under the same names, until they
-- take their place.
create schema if not exists uitrol_rebuild;

-- How far a view is that is being filled anew.
create table rebuild_run (
  view       text        primary key,
  run        text        not null,
  position   bigint      not null default 0,
  events     bigint      not null default 0,
  stopping   boolean     not null default false,
  begun_at   timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
