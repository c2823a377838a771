-- Mails that were removed because their time was over. How many, and nothing about them.
create table inbound_removal (
  id     bigint      generated always as identity primary key,
  at     timestamptz not null,
  before timestamptz not null,
  mails  integer     not null
);
create index inbound_answer_person on inbound_answer (person);
