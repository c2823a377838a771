-- What people answered. A row holds up to fifty ballots in random order and is rewritten as a whole,
-- so that neither the order of rows nor the transaction that wrote them tells whose a ballot is.
create table ballot_box (
  survey_id text primary key,
  is_open   boolean not null
);

create table ballot_urn (
  survey_id text not null references ballot_box (survey_id),
  number    integer not null,
  ballots   text not null,
  primary key (survey_id, number)
);
