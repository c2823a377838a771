-- On whose behalf, which way and by which rules; null of events from before that was recorded. Where
-- it came from is kept in its two parts, each of which is asked for.
alter table trail
  add column behalf  text,
  add column way     text,
  add column network text,
  add column rule    text;

create index trail_behalf on trail (behalf, position) where behalf <> 'self';
create index trail_way on trail (way, position);
create index trail_network on trail (network, position);

-- By time the latest come first without sorting.
drop index trail_at;
create index trail_at on trail (at, position);

-- What is asked for together with a campaign, department or person.
alter table trail_subject
  add column name text,
  add column at   timestamptz;
update trail_subject s set name = t.name, at = t.at from trail t where t.position = s.position;
create index trail_subject_name on trail_subject (kind, subject, name, position);
create index trail_subject_at on trail_subject (kind, subject, at, position);
