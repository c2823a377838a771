-- What learning platforms told (decision 0034). Sealed under the key of the person where person_id says
-- whose, else under the key of the account; both goes with the person. Actors stand here as keyed hashes.
create table xapi_account (
  account_id  text        primary key,
  actor       text        not null unique,
  person_id   text,
  by_hand     boolean     not null default false,
  wrapped_key bytea       not null,
  name        bytea       not null,
  last_at     timestamptz not null
);
create index xapi_account_person on xapi_account (person_id);

create table xapi_statement (
  number             bigint           generated always as identity primary key,
  statement_id       uuid             not null unique,
  sender             text             not null,
  account_id         text             not null references xapi_account on delete cascade,
  person_id          text,
  verb               text             not null,
  activity           text,
  score              double precision,
  success            boolean,
  completion         boolean,
  happened_at        timestamptz      not null,
  stored_at          timestamptz      not null,
  voiding            boolean          not null,
  refers_to          uuid,
  registration       uuid,
  agents             text[]           not null,
  related_agents     text[]           not null,
  related_activities text[]           not null,
  sameness           text             not null,
  document           bytea            not null
);
create index xapi_statement_sender on xapi_statement (sender, number);
create index xapi_statement_account on xapi_statement (account_id);
create index xapi_statement_person on xapi_statement (person_id, activity);
create index xapi_statement_refers_to on xapi_statement (refers_to) where refers_to is not null;
create index xapi_statement_stored on xapi_statement (stored_at);
