-- The key by which checkpoints are signed, sealed under the master key (decision 0036).
create table checkpoint_key (
  only_row   boolean primary key default true check (only_row),
  sealed     bytea   not null,
  made_at    timestamptz not null default now()
);

-- Roots of the Merkle tree over 1024 events each, so that a proof reads few of them. Can be worked
-- out again from domain_event_entry, and is with every checkpoint.
create table history_tree (
  tree bigint primary key,
  root bytea  not null
);

-- Checkpoints for those who keep them elsewhere. A receiver is named without an address.
create table checkpoint_handout (
  number        integer     not null,
  receiver      text        not null,
  state         text        not null check (state in ('WAITING', 'DONE', 'FAILED')),
  tries         integer     not null default 0,
  answer        text        not null default '',
  due_at        timestamptz not null,
  claimed_until timestamptz,
  settled_at    timestamptz,
  primary key (number, receiver)
);
create index checkpoint_handout_due on checkpoint_handout (due_at) where state = 'WAITING';
