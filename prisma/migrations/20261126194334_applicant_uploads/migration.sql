-- AlterEnum
ALTER TYPE "ScanState" ADD VALUE 'unscanned';

-- AlterTable
ALTER TABLE "stored_file" ADD COLUMN     "scan_tries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "scanned_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "modified" BIGINT NOT NULL DEFAULT 0,
    "received" INTEGER NOT NULL DEFAULT 0,
    "chunks" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "finishing_at" TIMESTAMPTZ(3),
    "file_id" UUID,
    "uploaded_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_transfer" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "to_email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accepted_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "application_transfer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "upload_application_id_idx" ON "upload"("application_id");

-- CreateIndex
CREATE INDEX "upload_updated_at_idx" ON "upload"("updated_at");

-- CreateIndex
CREATE INDEX "application_transfer_to_email_idx" ON "application_transfer"("to_email");

-- CreateIndex
CREATE INDEX "application_transfer_application_id_idx" ON "application_transfer"("application_id");

-- CreateIndex
CREATE INDEX "stored_file_scan_scanned_at_idx" ON "stored_file"("scan", "scanned_at");

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_transfer" ADD CONSTRAINT "application_transfer_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- At most one handing over of a file waits for an answer.
CREATE UNIQUE INDEX "application_transfer_waiting" ON "application_transfer" ("application_id") WHERE "accepted_at" IS NULL AND "ended_at" IS NULL;
