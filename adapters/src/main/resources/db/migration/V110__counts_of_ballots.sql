-- Ballots are sealed under the master key, so that versions of a row tell nothing. Beside them stand
-- sealed counts of answers by one trait of people at a time, and, while a survey is open, the sealed
-- traits of whoever is asked.
alter table ballot_box add column counted text;
alter table ballot_box add column counts bytea;

alter table ballot_urn alter column ballots drop not null;
alter table ballot_urn add column sealed bytea;
alter table ballot_urn add column size integer not null default 0;
update ballot_urn set size = json_array_length(ballots::json);

create table ballot_traits (
  survey_id text  not null references ballot_box (survey_id),
  person_id text  not null,
  traits    bytea not null,
  primary key (survey_id, person_id)
);
