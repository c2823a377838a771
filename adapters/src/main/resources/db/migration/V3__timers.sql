-- One row per armed timer. Keys compare byte by byte, so that a prefix is one range of the index
-- and the order of timers is the same on every server.
create table timer (
  key         varchar(200) collate "C" primary key,
  due_at      timestamptz not null,
  attempts    integer     not null default 0,
  next_try_at timestamptz not null,
  last_error  text,
  armed_at    timestamptz not null
);

create index timer_due on timer (due_at, key);
create index timer_failing on timer (due_at) where attempts > 0;

-- Proof that the scheduler fires: written by the recurring sweep, by the database's clock.
create table timer_heartbeat (
  only_row boolean primary key default true check (only_row),
  beat_at  timestamptz not null,
  node     text        not null
);
