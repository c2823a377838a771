-- What people have typed of a survey so far, sealed under the key of each; gone once it is sent or the
-- survey closes.
create table ballot_draft (
  survey_id text  not null references ballot_box (survey_id),
  person_id text  not null,
  sealed    bytea not null,
  primary key (survey_id, person_id)
);

-- What people wrote in surveys and may be shown: in no order, with names masked, sealed.
create table survey_text (
  results_id text    not null,
  round      integer not null,
  question   text    not null,
  sealed     bytea   not null,
  primary key (results_id, round, question)
);
