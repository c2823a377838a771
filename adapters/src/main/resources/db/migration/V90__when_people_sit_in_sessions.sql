-- When the sessions of the processes begin, so that nobody is asked to be in two at the same time.
alter table process_session_hours add column starts_at timestamptz;

update process_session_hours known
set starts_at =
  ("row" -> 'place' ->> 'start')::timestamp at time zone ("row" -> 'place' ->> 'zone')
from view_session
where view_session.session = known.session_id;

create index process_session_hours_starts on process_session_hours (starts_at);
