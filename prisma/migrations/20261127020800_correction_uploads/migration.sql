-- AlterTable
ALTER TABLE "upload" ADD COLUMN     "correction_id" UUID;

-- CreateIndex
CREATE INDEX "upload_correction_id_idx" ON "upload"("correction_id");

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_correction_id_fkey" FOREIGN KEY ("correction_id") REFERENCES "correction"("id") ON DELETE CASCADE ON UPDATE CASCADE;
