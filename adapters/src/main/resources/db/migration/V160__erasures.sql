-- The latest erasure of each person, as the events tell it. Can be rebuilt from them.
create table view_erasure (
  person      text        primary key,
  certificate text        not null,
  status      text        not null,
  asked_at    timestamptz not null,
  row         json        not null
);
create index view_erasure_certificate on view_erasure (certificate);

-- By what somebody who was erased is known if HR's list still has them (decision 0038): keyed hashes,
-- as the vault has them. Nothing can be told from them without the master key.
create table erased_mark (
  person_id text        not null,
  kind      text        not null
    check (kind in ('NUMBER', 'EMAIL', 'EMAIL_ALONE', 'USER_NAME', 'EXTERNAL_ID')),
  mark      bytea       not null,
  erased_at timestamptz not null,
  primary key (kind, mark, person_id)
);
create index erased_mark_person on erased_mark (person_id);
