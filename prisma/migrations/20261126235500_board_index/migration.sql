-- The board of a call: its page comes from the first index already in order; files are counted by state and instructor in
-- the second alone; labels are counted over the files that have some.
CREATE INDEX application_board ON application (call_id, submitted_at DESC NULLS LAST, id) WHERE state <> 'draft';
CREATE INDEX application_tally ON application (call_id, state, instructor_id);
CREATE INDEX application_labelled ON application (call_id) WHERE labels <> '{}';
