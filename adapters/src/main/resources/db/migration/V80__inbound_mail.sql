-- Mail that came in, as it came. Sealed under a person's key where it comes from or concerns one.
create table inbound_mail (
  id          bigint      generated always as identity primary key,
  digest      bytea       not null unique,
  received_at timestamptz not null,
  kind        text        not null,
  state       text        not null check (state in ('RECEIVED', 'DONE', 'FOR_A_PERSON')),
  size        integer     not null,
  too_large   boolean     not null,
  raw         bytea       not null,
  sealed_for  text,
  outcome     text,
  detail      text,
  person      text,
  dispatch    text,
  handled_by  text,
  note        text,
  handled_at  timestamptz
);
create index inbound_mail_state on inbound_mail (state, received_at desc);
create index inbound_mail_outcome on inbound_mail (outcome, received_at desc);
create index inbound_mail_received on inbound_mail (received_at);

-- Whom a mail comes from or concerns: it goes with any of them.
create table inbound_person (
  mail   bigint not null references inbound_mail on delete cascade,
  person text   not null,
  primary key (mail, person)
);
create index inbound_person_person on inbound_person (person);

-- Answers to invitations that were acted on: a later one isn't overridden by an earlier one.
create table inbound_answer (
  session  text        not null,
  person   text        not null,
  sequence integer     not null,
  stamp    timestamptz not null,
  at       timestamptz not null,
  primary key (session, person, at)
);

-- Which server reads the mailbox just now.
create table inbound_reader (
  id     integer     primary key check (id = 1),
  holder text        not null,
  until  timestamptz not null
);

create table view_suppressed (
  person text        primary key,
  why    text        not null,
  status text        not null,
  since  timestamptz not null
);
