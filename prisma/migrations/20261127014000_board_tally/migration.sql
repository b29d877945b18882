-- The first two columns of application_tally.
DROP INDEX "application_call_id_state_idx";
