-- Answers that were given elsewhere (decision 0037).
create table view_answer_source (
  source   text primary key,
  campaign text not null,
  activity text not null,
  name     text not null,
  row      json not null
);
create index view_answer_source_activity on view_answer_source (campaign, activity);

-- How many answers to a survey were given elsewhere by people who aren't known.
create table view_survey_unnamed (
  survey text primary key,
  total  integer not null
);

-- What is known of a source and stands in no event, sealed under the master key.
create table answer_source (
  source text primary key,
  secret bytea not null,
  words  bytea
);

-- Which responses were taken over: keyed hashes in their own order, sealed as a whole and rewritten
-- with each one, so that no row tells of one response. Deleted when the survey closes.
create table answer_source_taken (
  source text  not null,
  survey text  not null,
  sealed bytea not null,
  primary key (source, survey)
);
create index answer_source_taken_survey on answer_source_taken (survey);

-- Exports between the look at them and their taking over, sealed, for an hour at most.
create table answer_source_file (
  source  text        not null,
  account text        not null,
  sealed  bytea       not null,
  kept_at timestamptz not null,
  primary key (source, account)
);
