create index process_follow_up_by_person on process_follow_up (person_id);
