-- How long people sit in sessions, week by week. Filled by the processor that runs the processes;
-- what was planned before it was there is taken over from the views.
create table process_session_hours (
  session_id text primary key,
  week       date not null,
  minutes    integer not null
);
create table process_session_seat (
  session_id text not null,
  person_id  text not null,
  primary key (person_id, session_id)
);
create index process_session_seat_session on process_session_seat (session_id);

insert into process_session_hours (session_id, week, minutes)
select session,
       date_trunc('week', ("row" -> 'place' ->> 'start')::timestamp)::date,
       ("row" -> 'place' ->> 'minutes')::integer
from view_session
where "row" ->> 'state' <> 'CANCELLED';

insert into process_session_seat (session_id, person_id)
select seat.session, seat.person
from view_seat seat join process_session_hours known on known.session_id = seat.session
where seat.holds or seat.waiting;
