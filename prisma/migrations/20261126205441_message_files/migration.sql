-- AlterTable
ALTER TABLE "file_message" ADD COLUMN     "file_id" UUID;
