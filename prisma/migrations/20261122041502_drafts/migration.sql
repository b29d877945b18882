-- AlterTable
ALTER TABLE "application" DROP COLUMN "field_versions",
ADD COLUMN     "kept" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "moved_from" INTEGER,
ADD COLUMN     "opened" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "told_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "call" ADD COLUMN     "last_reference" INTEGER NOT NULL DEFAULT 0;
