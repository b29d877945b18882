-- AlterTable
ALTER TABLE "call" ADD COLUMN     "retention_months" INTEGER NOT NULL DEFAULT 24;

-- CreateTable
CREATE TABLE "retention_change" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "before" INTEGER NOT NULL,
    "after" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "retention_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "retention_change_call_id_idx" ON "retention_change"("call_id");

-- AddForeignKey
ALTER TABLE "retention_change" ADD CONSTRAINT "retention_change_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;
