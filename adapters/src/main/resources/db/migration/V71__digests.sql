-- Mails that say what several would.
alter table outbox add column digest boolean not null default false;
create index outbox_digest on outbox (person_id) where digest;
create index outbox_optional on outbox (person_id, due_at)
  where state = 'WAITING' and not mandatory;
create index outbox_handing_over_optional on outbox (person_id)
  where state = 'HANDING_OVER' and not mandatory;
