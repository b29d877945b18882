-- CreateTable
CREATE TABLE "organisation_placement" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "typed" TEXT NOT NULL,
    "made" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_placement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "organisation_placement_application_id_created_at_idx" ON "organisation_placement"("application_id", "created_at");

-- AddForeignKey
ALTER TABLE "organisation_placement" ADD CONSTRAINT "organisation_placement_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
