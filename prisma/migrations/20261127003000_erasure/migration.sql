-- AlterTable
ALTER TABLE "application" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- The hourly look for what is due reads what is left, not ten cohorts of archive.
CREATE INDEX application_to_erase ON application (call_id) WHERE erased_at IS NULL AND state <> 'selected';
