-- Sessions that somebody looks at before they are planned. People are named by their ids only, and
-- what keeps them from a session is looked up anew each time.
create table session_proposal (
  id           text primary key,
  number       bigint generated always as identity,
  rollout      text not null,
  activity     text not null,
  state        text not null check (state in ('SEARCHING', 'READY', 'ACCEPTED', 'DISCARDED')),
  timetable    json not null,
  broken       bigint not null,
  unseated     bigint not null,
  cost         bigint not null,
  improvements integer not null,
  version      integer not null,
  alive_at     timestamptz not null default now()
);
create index session_proposal_of_activity on session_proposal (rollout, activity, number);
create index session_proposal_searching on session_proposal (alive_at) where state = 'SEARCHING';
