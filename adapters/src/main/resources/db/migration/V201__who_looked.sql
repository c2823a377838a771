-- Who was shown data of which people: identifiers only. Rows are added and, when they are old,
-- removed; nothing changes them.
create table data_access (
  number   bigint      generated always as identity primary key,
  at       timestamptz not null,
  account  text        not null,
  way      text        not null,
  path     text        not null,
  known_on timestamptz,
  people   text[]      not null,
  count    integer     not null
);
create index data_access_at on data_access (at);
create index data_access_account on data_access (account, number);
create index data_access_people on data_access using gin (people);
