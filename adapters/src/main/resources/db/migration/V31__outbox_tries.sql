-- A mail that can't be prepared lets others go first, and fails after a few tries.
alter table outbox add column tries integer not null default 0;
alter table outbox add column last_error text;
