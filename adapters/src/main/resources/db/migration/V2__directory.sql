-- Who works where, as the events tell it. Can be rebuilt from them.
create table directory_department (
  id   text primary key,
  name text not null
);

create table directory_employee (
  person_id     text primary key,
  department_id text not null,
  manager_id    text,
  active        boolean not null
);
create index directory_employee_department on directory_employee (department_id) where active;
create index directory_employee_manager on directory_employee (manager_id) where active;

-- Who people are. Nothing here can be read without the master key.
create table vault_master (
  one_row     boolean primary key default true check (one_row),
  fingerprint bytea not null
);

-- A person's key, wrapped under the master key; null once the person is erased.
create table vault_key (
  person_id   text primary key,
  wrapped_key bytea
);

create table vault_person (
  person_id    text primary key references vault_key (person_id),
  profile      bytea not null,
  email_index  bytea,
  number_index bytea
);
create unique index vault_person_email on vault_person (email_index);
create unique index vault_person_number on vault_person (number_index);

-- Every time a people file was applied.
create table people_import (
  id         bigint generated always as identity primary key,
  file_hash  text not null,
  actor      text not null,
  at         timestamptz not null,
  finished   boolean not null,
  added      integer not null,
  changed    integer not null,
  unchanged  integer not null,
  refused    integer not null,
  absent     integer not null
);
create index people_import_at on people_import (at desc);
