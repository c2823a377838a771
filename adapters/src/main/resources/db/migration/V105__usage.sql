-- Reports of use that were read in, and what they say of people (decision 0032). Rows are never
-- changed: valid_from, valid_until and active_on say when it happened, recorded_at when it was known.
create table usage_report (
  usage_import   text        primary key,
  product        text        not null,
  layout         text        not null,
  refreshed_on   date        not null,
  unnamed        integer     not null,
  unnamed_active integer     not null,
  recorded_at    timestamptz not null
);
create index usage_report_latest on usage_report (product, refreshed_on desc, recorded_at desc);

create table usage_statement (
  usage_import text        not null references usage_report,
  person       text        not null,
  number       integer     not null,
  product      text        not null,
  refreshed_on date        not null,
  valid_from   date,
  valid_until  date        not null,
  active_on    date[]      not null,
  active_days  integer,
  recorded_at  timestamptz not null,
  primary key (usage_import, person, number)
);
create index usage_statement_person on usage_statement (person, product, valid_until);
