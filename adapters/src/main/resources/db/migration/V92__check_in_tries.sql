-- How often somebody tried a code of a session, and since when: not too often in a short time.
create table check_in_try (
  session_id text not null,
  person_id  text not null,
  since      timestamptz not null,
  tries      integer not null,
  primary key (session_id, person_id)
);
