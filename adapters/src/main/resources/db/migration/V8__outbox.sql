-- Mails that are to be sent. The message is sealed under the reader's key and goes away once the
-- mail server has it.
create table outbox (
  dispatch_id    text primary key,
  person_id      text not null,
  mandatory      boolean not null,
  due_at         timestamptz not null,
  state          text not null check (state in ('WAITING', 'HANDING_OVER', 'SETTLED')),
  message        bytea,
  node           text,
  run            text,
  begun_at       timestamptz,
  handed_over_at timestamptz
);
create index outbox_waiting on outbox (due_at, dispatch_id) where state = 'WAITING';
create index outbox_handing_over on outbox (begun_at) where state = 'HANDING_OVER';
create index outbox_load on outbox (person_id, handed_over_at)
  where handed_over_at is not null and not mandatory;
