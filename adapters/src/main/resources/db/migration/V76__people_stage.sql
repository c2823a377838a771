-- Rows of people files between reading and applying. Nothing here can be read without the master key,
-- and nothing of it is worth a log: after a crash the same file is read again.
create unlogged table people_stage (
  stage_id    text        primary key,
  file_hash   text        not null,
  wrapped_key bytea       not null,
  findings    bytea,
  kept_until  timestamptz not null
);

create unlogged table people_stage_row (
  stage_id             text    not null,
  line                 bigint  not null,
  newcomer_id          text    not null,
  department_id        text    not null,
  number_index         bytea,
  email_index          bytea,
  manager_number_index bytea,
  manager_email_index  bytea,
  cells                bytea   not null,
  gave_address_up      boolean not null default false,
  primary key (stage_id, line)
);
create unique index people_stage_row_number on people_stage_row (number_index, stage_id);
create unique index people_stage_row_email on people_stage_row (email_index, stage_id);

create unlogged table people_stage_department (
  stage_id      text   not null,
  department_id text   not null,
  name          text   not null,
  line          bigint not null,
  primary key (stage_id, department_id)
);

create unlogged table people_stage_match (
  stage_id  text   not null,
  line      bigint not null,
  person_id text   not null,
  primary key (stage_id, line)
);
create unique index people_stage_match_person on people_stage_match (person_id, stage_id);

alter table people_import add column stage_id text not null default '-';
alter table people_import add column stopped text not null default '';
alter table people_import add column asked_to_stop boolean not null default false;
alter table people_import add column prepared integer not null default 0;
alter table people_import add column done integer not null default 0;
alter table people_import add column line bigint not null default 0;
