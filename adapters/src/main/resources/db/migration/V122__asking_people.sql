-- Whether a mail asks somebody to answer a survey, so that nobody is asked again too soon.
alter table outbox add column asks boolean not null default false;
create index outbox_asks on outbox (person_id, handed_over_at) where asks;
