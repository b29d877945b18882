-- AlterTable
ALTER TABLE "hearing_question" ADD COLUMN     "asked" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "juror" ADD COLUMN     "ties_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "stage" ADD COLUMN     "crosswalk" JSONB;

-- CreateTable
CREATE TABLE "stay" (
    "id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "panel_id" UUID,
    "person_id" UUID NOT NULL,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "stay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "redaction" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "field_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "redaction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "stay_stage_id_person_id_idx" ON "stay"("stage_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "redaction_application_id_field_id_key" ON "redaction"("application_id", "field_id");

-- AddForeignKey
ALTER TABLE "stay" ADD CONSTRAINT "stay_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stay" ADD CONSTRAINT "stay_panel_id_fkey" FOREIGN KEY ("panel_id") REFERENCES "panel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nobody is twice in one room.
CREATE UNIQUE INDEX stay_open_once ON stay (stage_id, person_id, coalesce(panel_id, '00000000-0000-0000-0000-000000000000')) WHERE left_at IS NULL;
