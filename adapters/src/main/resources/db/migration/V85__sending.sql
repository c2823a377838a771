-- How far a sender is with a mail that it took: made ready, under way, or accepted by the server.
alter table outbox drop constraint outbox_state_check;
alter table outbox add constraint outbox_state_check
  check (state in ('WAITING', 'READY', 'HANDING_OVER', 'ACCEPTED', 'SETTLED'));
drop index outbox_handing_over;
drop index outbox_handing_over_optional;
create index outbox_taken on outbox (begun_at) where state in ('READY', 'HANDING_OVER', 'ACCEPTED');
create index outbox_taken_optional on outbox (person_id)
  where state in ('READY', 'HANDING_OVER', 'ACCEPTED') and not mandatory;

-- Where a mail goes that had to wait for its destination.
alter table outbox add column domain text;

-- The mail server (*) and the domains behind it.
create table mail_destination (
  destination  text primary key,
  -- How many mails were let go so far; the last of them are numbered below.
  taken        bigint not null default 0,
  -- How often it has failed in a row, by the last that was heard of it.
  failures     integer not null default 0,
  closed_until timestamptz
);

-- When each of the last mails was let go, as many as the limits look back on.
create table mail_taken (
  destination text not null references mail_destination on delete cascade,
  number      bigint not null,
  taken_at    timestamptz not null,
  primary key (destination, number)
);
