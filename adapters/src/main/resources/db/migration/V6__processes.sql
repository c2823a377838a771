-- What processes look up. Filled by the processor that runs them, so never behind it.
create table process_rollout (
  rollout_id    text primary key,
  campaign_id   text not null,
  department_id text not null,
  plan_version  integer not null,
  owner_id      text not null,
  is_over       boolean not null default false
);
create index process_rollout_campaign on process_rollout (campaign_id, department_id);
create index process_rollout_department on process_rollout (department_id, campaign_id)
  where not is_over;

create table process_membership (
  person_id     text primary key,
  department_id text,
  manager_id    text
);
create index process_membership_department on process_membership (department_id, person_id)
  where department_id is not null;

create table process_follow_up (
  follow_up_id text primary key,
  rollout_id   text not null,
  activity     text not null,
  person_id    text not null
);
create index process_follow_up_rollout on process_follow_up (rollout_id, person_id, activity);
