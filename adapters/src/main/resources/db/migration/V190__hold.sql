-- By what a database is recognised that was restored (decision 0043). What stands here is known
-- outside of the database too; the number grows whenever something leaves or happens.
create table epoch (
  only_row    boolean     primary key default true check (only_row),
  database_id text        not null,
  number      bigint      not null,
  moved_at    timestamptz not null default clock_timestamp()
);

-- A server that doesn't know the database asks those that do.
create table epoch_question (
  question text        primary key,
  asked_at timestamptz not null default clock_timestamp(),
  answered boolean     not null default false
);

-- While there is a row, nothing that is past due leaves unless it was let go.
create table hold_state (
  only_row boolean     primary key default true check (only_row),
  cause    text        not null,
  since    timestamptz not null,
  recorded boolean     not null default false
);

alter table outbox add column passes boolean not null default false;
alter table channel_delivery add column passes boolean not null default false;
alter table checkpoint_handout add column passes boolean not null default false;
