-- Other programs and teams that are told what happens (decision 0030).
create table channel (
  channel_id text    primary key,
  kind       text    not null,
  name       text    not null,
  host       text    not null,
  language   text    not null,
  topics     text[]  not null,
  paused     text,
  closed     boolean not null
);

-- Sealed under the master key: whoever knows the address of a team can write to it.
create table channel_address (
  channel_id     text  primary key,
  address        bytea not null,
  secret         bytea not null,
  previous       bytea,
  previous_until timestamptz
);

create table channel_delivery (
  channel_id    text        not null,
  message       text        not null,
  event         text        not null,
  body          bytea       not null,
  state         text        not null check (state in ('WAITING', 'DELIVERED', 'FAILED')),
  tries         integer     not null default 0,
  answer        text        not null default '',
  queued_at     timestamptz not null,
  due_at        timestamptz not null,
  claimed_until timestamptz,
  settled_at    timestamptz,
  primary key (channel_id, message)
);
create index channel_delivery_due on channel_delivery (due_at) where state = 'WAITING';
create index channel_delivery_newest on channel_delivery (channel_id, queued_at desc);
create index channel_delivery_settled on channel_delivery (settled_at) where state <> 'WAITING';
