-- When the team of a file can come to its hearing, half-day by half-day.
CREATE TABLE "team_availability" (
    "id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "available" TEXT[],
    "by_id" UUID NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "team_availability_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "team_availability_stage_id_application_id_key" ON "team_availability"("stage_id", "application_id");

ALTER TABLE "team_availability" ADD CONSTRAINT "team_availability_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stage"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "team_availability" ADD CONSTRAINT "team_availability_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
