-- The history. Payload and metadata are JSON that an auditor can read; type and payload_type hold
-- stable names, never the name of a class.
-- CACHE 1: with a larger cache a second session could write a lower index after a higher one.
create sequence domain_event_entry_seq as bigint increment by 1 cache 1;

create table domain_event_entry (
  global_index         bigint      primary key default nextval('domain_event_entry_seq'),
  event_identifier     text        not null unique,
  aggregate_identifier text        not null,
  sequence_number      bigint      not null,
  type                 text,
  time_stamp           text        not null,
  payload_type         text        not null,
  payload_revision     text        not null,
  payload              text        not null,
  meta_data            text        not null,
  unique (aggregate_identifier, sequence_number)
);
alter sequence domain_event_entry_seq owned by domain_event_entry.global_index;
create index domain_event_entry_time on domain_event_entry (time_stamp);

create table snapshot_event_entry (
  event_identifier     text   not null unique,
  aggregate_identifier text   not null,
  sequence_number      bigint not null,
  type                 text   not null,
  time_stamp           text   not null,
  payload_type         text   not null,
  payload_revision     text,
  payload              text   not null,
  meta_data            text,
  primary key (aggregate_identifier, sequence_number)
);

-- How far each processor has read.
create table token_entry (
  processor_name text    not null,
  segment        integer not null,
  token          text,
  token_type     text,
  time_stamp     text,
  owner          text,
  primary key (processor_name, segment)
);

-- Events that a processor could not handle, in the order of their sequence.
create table dead_letter_entry (
  dead_letter_id       text   primary key,
  processing_group     text   not null,
  sequence_identifier  text   not null,
  sequence_index       bigint not null,
  message_type         text   not null,
  event_identifier     text   not null,
  time_stamp           text   not null,
  payload_type         text   not null,
  payload_revision     text,
  payload              bytea  not null,
  meta_data            bytea,
  type                 text,
  aggregate_identifier text,
  sequence_number      bigint,
  token_type           text,
  token                bytea,
  enqueued_at          text   not null,
  last_touched         text,
  processing_started   text,
  cause_type           text,
  cause_message        text,
  diagnostics          bytea,
  unique (processing_group, sequence_identifier, sequence_index)
);

-- What became of dead letters that somebody discarded, and why.
create table discarded_letter (
  dead_letter_id       text        primary key,
  processing_group     text        not null,
  event_identifier     text        not null,
  payload_type         text        not null,
  aggregate_identifier text,
  cause_type           text,
  cause_message        text,
  reason               text        not null,
  discarded_at         timestamptz not null default now()
);
