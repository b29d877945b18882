-- CreateEnum
CREATE TYPE "JurorState" AS ENUM ('invited', 'accepted', 'declined', 'replaced');

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "comments" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "entered_by_id" UUID,
ADD COLUMN     "rank" INTEGER;

-- AlterTable
ALTER TABLE "stage" ADD COLUMN     "settings" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "juror" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" "JurorState" NOT NULL DEFAULT 'invited',
    "background" TEXT NOT NULL DEFAULT '',
    "former_fellow" BOOLEAN NOT NULL DEFAULT false,
    "themes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "skills" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "available" JSONB,
    "load_max" INTEGER,
    "charter_at" TIMESTAMPTZ(3),
    "replaces_id" UUID,
    "decline_note" TEXT NOT NULL DEFAULT '',
    "invited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "juror_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pair_rule" (
    "id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "juror_id" UUID NOT NULL,
    "application_id" UUID,
    "other_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pair_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "solution" (
    "id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "problem" JSONB NOT NULL,
    "answer" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "solution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "panel" (
    "id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "name" TEXT NOT NULL,
    "room" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "slots" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "rapporteur_id" UUID,
    "general_sent_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "panel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "panel_member" (
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "present" BOOLEAN,
    "called_at" TIMESTAMPTZ(3),

    CONSTRAINT "panel_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hearing" (
    "id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "marks" JSONB NOT NULL DEFAULT '{}',
    "comments" JSONB NOT NULL DEFAULT '{}',
    "comment" TEXT NOT NULL DEFAULT '',
    "verdict" TEXT,
    "rank" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    "favourite" BOOLEAN NOT NULL DEFAULT false,
    "sent_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "hearing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hearing_revision" (
    "id" UUID NOT NULL,
    "hearing_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "by_id" UUID,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hearing_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliberation_note" (
    "id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deliberation_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes" (
    "id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "sealed_by_id" UUID NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_signature" (
    "id" UUID NOT NULL,
    "minutes_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "minutes_signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "cancelled_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "juror_person_id_idx" ON "juror"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "juror_call_id_person_id_key" ON "juror"("call_id", "person_id");

-- CreateIndex
CREATE INDEX "pair_rule_stage_id_idx" ON "pair_rule"("stage_id");

-- CreateIndex
CREATE INDEX "solution_stage_id_created_at_idx" ON "solution"("stage_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "panel_stage_id_position_key" ON "panel"("stage_id", "position");

-- CreateIndex
CREATE INDEX "panel_member_person_id_idx" ON "panel_member"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "panel_member_panel_id_person_id_key" ON "panel_member"("panel_id", "person_id");

-- CreateIndex
CREATE INDEX "hearing_application_id_idx" ON "hearing"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "hearing_panel_id_application_id_key" ON "hearing"("panel_id", "application_id");

-- CreateIndex
CREATE UNIQUE INDEX "hearing_revision_hearing_id_version_key" ON "hearing_revision"("hearing_id", "version");

-- CreateIndex
CREATE INDEX "deliberation_note_stage_id_application_id_idx" ON "deliberation_note"("stage_id", "application_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_digest_key" ON "minutes"("digest");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_stage_id_number_key" ON "minutes"("stage_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_signature_minutes_id_person_id_key" ON "minutes_signature"("minutes_id", "person_id");

-- CreateIndex
CREATE INDEX "publication_call_id_idx" ON "publication"("call_id");

-- CreateIndex
CREATE INDEX "publication_published_at_cancelled_at_at_idx" ON "publication"("published_at", "cancelled_at", "at");

-- AddForeignKey
ALTER TABLE "juror" ADD CONSTRAINT "juror_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "juror" ADD CONSTRAINT "juror_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pair_rule" ADD CONSTRAINT "pair_rule_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "solution" ADD CONSTRAINT "solution_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel" ADD CONSTRAINT "panel_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_member" ADD CONSTRAINT "panel_member_panel_id_fkey" FOREIGN KEY ("panel_id") REFERENCES "panel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearing" ADD CONSTRAINT "hearing_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearing" ADD CONSTRAINT "hearing_panel_id_fkey" FOREIGN KEY ("panel_id") REFERENCES "panel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearing" ADD CONSTRAINT "hearing_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearing_revision" ADD CONSTRAINT "hearing_revision_hearing_id_fkey" FOREIGN KEY ("hearing_id") REFERENCES "hearing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_signature" ADD CONSTRAINT "minutes_signature_minutes_id_fkey" FOREIGN KEY ("minutes_id") REFERENCES "minutes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;
