-- A file is « touched » by those who write it, and each of their acts raises its version. What the team does (decisions
-- before they are published, entrusting, labels) leaves the date as it was: an applicant's list would tell of it.
CREATE FUNCTION keep_touched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := OLD.updated_at;
  RETURN NEW;
END $$;

CREATE TRIGGER application_touched BEFORE UPDATE ON application FOR EACH ROW
  WHEN (OLD.version = NEW.version AND OLD.updated_at <> NEW.updated_at) EXECUTE FUNCTION keep_touched();
