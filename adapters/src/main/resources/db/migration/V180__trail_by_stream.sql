-- Explanations read the events of one aggregate.
create index trail_stream on trail (stream, position);
