-- AlterTable
ALTER TABLE "checklist_template" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
