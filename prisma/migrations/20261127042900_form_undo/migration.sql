-- AlterTable
ALTER TABLE "form_version" ADD COLUMN     "previous" JSONB;
