-- A timer that somebody let go though there is a hold.
alter table timer add column passes boolean not null default false;
