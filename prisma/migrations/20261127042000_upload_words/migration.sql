-- AlterTable
ALTER TABLE "upload" ADD COLUMN     "words" TEXT;
