-- Read models: what pages show, as the events tell it. Can be rebuilt from them. A row is kept whole
-- in the column "row"; the other columns are for looking it up. The type is json and not jsonb, which
-- would change the order of the languages of a text, and with it the fallback.
create table view_campaign (
  campaign text primary key,
  row      json not null
);

create table view_rollout (
  rollout    text primary key,
  campaign   text not null,
  department text not null,
  row        json not null
);
create index view_rollout_campaign on view_rollout (campaign, department);
create index view_rollout_department on view_rollout (department, campaign);

create table view_rollout_member (
  rollout text not null,
  person  text not null,
  primary key (rollout, person)
);
create index view_rollout_member_person on view_rollout_member (person);

create table view_activity (
  rollout  text not null,
  activity text not null,
  row      json not null,
  primary key (rollout, activity)
);

create table view_reaction (
  rollout  text        not null,
  reaction text        not null,
  cause    text        not null,
  at       timestamptz not null,
  row      json        not null,
  primary key (rollout, reaction, cause)
);

create table view_session (
  session   text        primary key,
  rollout   text        not null,
  activity  text        not null,
  presenter text,
  to_come   boolean     not null,
  free      boolean     not null,
  starts_at timestamptz not null,
  row       json        not null
);
create index view_session_rollout on view_session (rollout, activity, starts_at);
create index view_session_presenter on view_session (presenter, starts_at);

create table view_seat (
  session text        not null,
  person  text        not null,
  holds   boolean     not null,
  waiting boolean     not null,
  since   timestamptz not null,
  row     json        not null,
  primary key (session, person)
);
create index view_seat_person on view_seat (person);

create table view_survey (
  survey    text        primary key,
  rollout   text        not null,
  open      boolean     not null,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  row       json        not null
);
create index view_survey_rollout on view_survey (rollout);

create table view_survey_invited (
  survey text not null,
  person text not null,
  primary key (survey, person)
);
create index view_survey_invited_person on view_survey_invited (person);

-- That somebody answered; neither what nor when.
create table view_survey_participated (
  survey text not null,
  person text not null,
  primary key (survey, person)
);

create table view_learner (
  learner_record text        primary key,
  rollout        text        not null,
  activity       text        not null,
  person         text        not null,
  due_at         timestamptz not null,
  row            json        not null
);
create index view_learner_rollout on view_learner (rollout, activity);
create index view_learner_person on view_learner (person);

create table view_follow_up (
  follow_up text        primary key,
  rollout   text        not null,
  person    text        not null,
  open      boolean     not null,
  opened_at timestamptz not null,
  row       json        not null
);
create index view_follow_up_rollout on view_follow_up (rollout);
create index view_follow_up_person on view_follow_up (person);
create index view_follow_up_open on view_follow_up (opened_at) where open;

create table view_mail (
  dispatch     text        primary key,
  person       text        not null,
  rollout      text        not null,
  state        text        not null,
  requested_at timestamptz not null,
  updated_at   timestamptz not null,
  row          json        not null
);
create index view_mail_person on view_mail (person, requested_at desc);
create index view_mail_rollout on view_mail (rollout, requested_at desc);
create index view_mail_state on view_mail (state, updated_at);

create table view_consent (
  person   text    primary key,
  optional boolean not null
);
