-- CreateTable
CREATE TABLE "hearing_invitation" (
    "id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "application_id" UUID,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "hearing_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "hearing_invitation_stage_id_idx" ON "hearing_invitation"("stage_id");

-- CreateIndex
CREATE INDEX "hearing_invitation_application_id_idx" ON "hearing_invitation"("application_id");

-- AddForeignKey
ALTER TABLE "hearing_invitation" ADD CONSTRAINT "hearing_invitation_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearing_invitation" ADD CONSTRAINT "hearing_invitation_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
