-- The history as it is searched, as the events tell it. Can be rebuilt from them.
create table trail (
  position    bigint      primary key,
  event       text        not null unique,
  at          timestamptz not null,
  recorded_at timestamptz not null,
  name        text        not null,
  revision    integer     not null,
  stream      text        not null,
  kind        text        not null,
  campaign    text,
  department  text,
  person      text,
  actor       text        not null,
  cause       text        not null,
  correlation text        not null,
  payload     json        not null
);
create index trail_name on trail (name, position);
create index trail_actor on trail (actor, position);
create index trail_at on trail (at);

-- Whom and what an event concerns; it may be many people.
create table trail_subject (
  kind     text   not null,
  subject  text   not null,
  position bigint not null,
  primary key (kind, subject, position)
);

-- In which campaign and department a stream is, for events that don't say so themselves.
create table trail_scope (
  stream     text primary key,
  campaign   text not null,
  department text
);
