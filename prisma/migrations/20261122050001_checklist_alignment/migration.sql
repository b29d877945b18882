-- AlterTable
ALTER TABLE "checklist" ADD COLUMN     "aligned_for" TEXT NOT NULL DEFAULT '';
