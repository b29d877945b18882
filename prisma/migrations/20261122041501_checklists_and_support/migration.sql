-- DropIndex
DROP INDEX "checklist_challenge_id_template_id_key";

-- DropIndex
DROP INDEX "checklist_item_checklist_id_item_key_key";

-- AlterTable
ALTER TABLE "checklist" ADD COLUMN     "definition" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "template_key" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "checklist_item" ADD COLUMN     "attested_at" TIMESTAMPTZ(3),
ADD COLUMN     "attested_by" UUID,
ADD COLUMN     "blocking" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "counts" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "doer" TEXT NOT NULL DEFAULT 'operational_mentor',
ADD COLUMN     "position_id" UUID,
ADD COLUMN     "retired_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "checklist_revision" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "answer" JSONB,
    "note" TEXT NOT NULL DEFAULT '',
    "by_id" UUID,
    "delegation_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "checklist_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_comment" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "by_id" UUID,
    "delegation_id" UUID,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "checklist_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_delegation" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "message" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "checklist_delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_reminder" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "checklist_reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_offer_choice" (
    "id" UUID NOT NULL,
    "checklist_id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "item_key" TEXT NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "checklist_offer_choice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_calendar" (
    "person_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "checklist_calendar_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "function" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "left_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "challenge_contact" (
    "id" UUID NOT NULL,
    "challenge_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "met_on" DATE,
    "added_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "challenge_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "introduction" (
    "id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "challenge_id" UUID,
    "message" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),
    "agreed" BOOLEAN,

    CONSTRAINT "introduction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset" (
    "id" UUID NOT NULL,
    "challenge_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "holder" TEXT NOT NULL DEFAULT '',
    "form" TEXT NOT NULL DEFAULT 'files',
    "personal_data" TEXT NOT NULL DEFAULT 'unknown',
    "legal_ground" TEXT NOT NULL DEFAULT '',
    "documentation_url" TEXT NOT NULL DEFAULT '',
    "opened_url" TEXT NOT NULL DEFAULT '',
    "licence" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'not_asked',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "blocker" TEXT NOT NULL DEFAULT '',
    "next_step" TEXT NOT NULL DEFAULT '',
    "next_step_on" DATE,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "dataset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset_step" (
    "id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dataset_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "open_work" (
    "id" UUID NOT NULL,
    "challenge_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "open_work_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "obstacle" (
    "id" UUID NOT NULL,
    "challenge_id" UUID,
    "cohort_id" UUID,
    "family" TEXT NOT NULL,
    "urgency" TEXT NOT NULL DEFAULT 'normal',
    "audience" TEXT NOT NULL DEFAULT 'teams',
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "owner_id" UUID,
    "next_step" TEXT NOT NULL DEFAULT '',
    "due_on" DATE,
    "escalated_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" UUID,
    "what_worked" TEXT NOT NULL DEFAULT '',
    "resource_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "obstacle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "obstacle_message" (
    "id" UUID NOT NULL,
    "obstacle_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "obstacle_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skill_notice" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "cohort_id" UUID,
    "kind" TEXT NOT NULL,
    "skill" TEXT NOT NULL,
    "skill_key" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "skill_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'guide',
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "phases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "families" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "roles" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "search_text" TEXT NOT NULL DEFAULT '',
    "owner_id" UUID,
    "review_on" DATE,
    "proposed_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "resource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource_version" (
    "id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "resource_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource_feedback" (
    "id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "helped" BOOLEAN NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "resource_feedback_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "checklist_revision_item_id_at_idx" ON "checklist_revision"("item_id", "at");

-- CreateIndex
CREATE INDEX "checklist_comment_item_id_created_at_idx" ON "checklist_comment"("item_id", "created_at");

-- CreateIndex
CREATE INDEX "checklist_delegation_item_id_idx" ON "checklist_delegation"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "checklist_reminder_item_id_person_id_kind_due_on_key" ON "checklist_reminder"("item_id", "person_id", "kind", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "checklist_offer_choice_checklist_id_template_id_item_key_key" ON "checklist_offer_choice"("checklist_id", "template_id", "item_key");

-- CreateIndex
CREATE UNIQUE INDEX "checklist_calendar_token_hash_key" ON "checklist_calendar"("token_hash");

-- CreateIndex
CREATE INDEX "contact_organisation_id_function_idx" ON "contact"("organisation_id", "function");

-- CreateIndex
CREATE INDEX "challenge_contact_contact_id_idx" ON "challenge_contact"("contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "challenge_contact_challenge_id_contact_id_key" ON "challenge_contact"("challenge_id", "contact_id");

-- CreateIndex
CREATE INDEX "introduction_to_id_answered_at_idx" ON "introduction"("to_id", "answered_at");

-- CreateIndex
CREATE INDEX "introduction_from_id_idx" ON "introduction"("from_id");

-- CreateIndex
CREATE INDEX "dataset_challenge_id_idx" ON "dataset"("challenge_id");

-- CreateIndex
CREATE INDEX "dataset_step_dataset_id_at_idx" ON "dataset_step"("dataset_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "open_work_challenge_id_url_key" ON "open_work"("challenge_id", "url");

-- CreateIndex
CREATE INDEX "obstacle_challenge_id_idx" ON "obstacle"("challenge_id");

-- CreateIndex
CREATE INDEX "obstacle_cohort_id_family_idx" ON "obstacle"("cohort_id", "family");

-- CreateIndex
CREATE INDEX "obstacle_message_obstacle_id_created_at_idx" ON "obstacle_message"("obstacle_id", "created_at");

-- CreateIndex
CREATE INDEX "skill_notice_skill_key_idx" ON "skill_notice"("skill_key");

-- CreateIndex
CREATE INDEX "skill_notice_person_id_idx" ON "skill_notice"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "resource_slug_key" ON "resource"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "resource_version_resource_id_number_key" ON "resource_version"("resource_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "resource_feedback_resource_id_person_id_key" ON "resource_feedback"("resource_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "checklist_challenge_id_template_key_key" ON "checklist"("challenge_id", "template_key");

-- CreateIndex
CREATE INDEX "checklist_item_checklist_id_section_key_idx" ON "checklist_item"("checklist_id", "section_key");

-- CreateIndex
CREATE INDEX "checklist_item_position_id_idx" ON "checklist_item"("position_id");

-- AddForeignKey
ALTER TABLE "checklist_item" ADD CONSTRAINT "checklist_item_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_revision" ADD CONSTRAINT "checklist_revision_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "checklist_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_comment" ADD CONSTRAINT "checklist_comment_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "checklist_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_delegation" ADD CONSTRAINT "checklist_delegation_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "checklist_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_reminder" ADD CONSTRAINT "checklist_reminder_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "checklist_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_offer_choice" ADD CONSTRAINT "checklist_offer_choice_checklist_id_fkey" FOREIGN KEY ("checklist_id") REFERENCES "checklist"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenge_contact" ADD CONSTRAINT "challenge_contact_challenge_id_fkey" FOREIGN KEY ("challenge_id") REFERENCES "challenge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenge_contact" ADD CONSTRAINT "challenge_contact_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_challenge_id_fkey" FOREIGN KEY ("challenge_id") REFERENCES "challenge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset_step" ADD CONSTRAINT "dataset_step_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_work" ADD CONSTRAINT "open_work_challenge_id_fkey" FOREIGN KEY ("challenge_id") REFERENCES "challenge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obstacle" ADD CONSTRAINT "obstacle_challenge_id_fkey" FOREIGN KEY ("challenge_id") REFERENCES "challenge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obstacle_message" ADD CONSTRAINT "obstacle_message_obstacle_id_fkey" FOREIGN KEY ("obstacle_id") REFERENCES "obstacle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_version" ADD CONSTRAINT "resource_version_resource_id_fkey" FOREIGN KEY ("resource_id") REFERENCES "resource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_feedback" ADD CONSTRAINT "resource_feedback_resource_id_fkey" FOREIGN KEY ("resource_id") REFERENCES "resource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An item exists once per list, or once per list and position.
CREATE UNIQUE INDEX checklist_item_once ON checklist_item
  (checklist_id, item_key, COALESCE(position_id, '00000000-0000-0000-0000-000000000000'));
