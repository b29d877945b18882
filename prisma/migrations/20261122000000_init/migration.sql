-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ApplicationState" AS ENUM ('draft', 'submitted', 'withdrawn', 'eligible', 'ineligible', 'preselected', 'not_preselected', 'selected', 'reserve', 'not_selected');

-- CreateEnum
CREATE TYPE "MemberRight" AS ENUM ('view', 'edit');

-- CreateEnum
CREATE TYPE "CallKind" AS ENUM ('projects', 'candidates');

-- CreateEnum
CREATE TYPE "ConflictState" AS ENUM ('proposed', 'declared', 'confirmed', 'dismissed');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('public', 'members', 'private');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('ministry', 'direction', 'operator', 'deconcentrated_service', 'independent_authority', 'local_authority', 'health_establishment', 'other');

-- CreateEnum
CREATE TYPE "RoleKind" AS ENUM ('coordinator', 'director', 'communication', 'coach', 'operational_mentor', 'strategic_mentor', 'fellow', 'juror', 'applicant');

-- CreateEnum
CREATE TYPE "ScanState" AS ENUM ('pending', 'safe', 'infected', 'error');

-- CreateTable
CREATE TABLE "application" (
    "id" UUID NOT NULL,
    "reference" TEXT,
    "call_id" UUID NOT NULL,
    "form_version_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "organisation_id" UUID,
    "title" TEXT NOT NULL DEFAULT '',
    "organisation_name" TEXT NOT NULL DEFAULT '',
    "state" "ApplicationState" NOT NULL DEFAULT 'draft',
    "answers" JSONB NOT NULL DEFAULT '{}',
    "field_versions" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "completeness" INTEGER NOT NULL DEFAULT 0,
    "submitted_at" TIMESTAMPTZ(3),
    "instructor_id" UUID,
    "labels" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_member" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "person_id" UUID,
    "email" TEXT NOT NULL,
    "right" "MemberRight" NOT NULL DEFAULT 'edit',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "application_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "form_version_id" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "in_force" BOOLEAN NOT NULL DEFAULT true,
    "idempotency_key" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "before" "ApplicationState" NOT NULL,
    "after" "ApplicationState" NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "session_token" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "id_token" TEXT,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_token" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "link_hash" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key","window_start")
);

-- CreateTable
CREATE TABLE "call" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "cohort_id" UUID NOT NULL,
    "kind" "CallKind" NOT NULL DEFAULT 'projects',
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL DEFAULT '',
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Paris',
    "grace_seconds" INTEGER NOT NULL DEFAULT 120,
    "contact_email" TEXT NOT NULL DEFAULT '',
    "specification_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "results_published_at" TIMESTAMPTZ(3),
    "settings" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "form_version" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_extension" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "before" TIMESTAMPTZ(3) NOT NULL,
    "after" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "challenge" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "cohort_id" UUID NOT NULL,
    "application_id" UUID,
    "title" TEXT NOT NULL,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "name_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "tagline" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL DEFAULT '',
    "host_id" UUID,
    "backer_id" UUID,
    "towns" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "skills" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "themes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "key_figures" JSONB NOT NULL DEFAULT '[]',
    "links" JSONB NOT NULL DEFAULT '[]',
    "photo_url" TEXT,
    "duration_months" DOUBLE PRECISION,
    "published" BOOLEAN NOT NULL DEFAULT false,
    "extra" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position" (
    "id" UUID NOT NULL,
    "challenge_id" UUID NOT NULL,
    "profile" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "fellow_id" UUID,
    "arrives_on" DATE,
    "leaves_on" DATE,
    "recruited_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "funding_line" (
    "id" UUID NOT NULL,
    "challenge_id" UUID NOT NULL,
    "position_id" UUID,
    "rule" TEXT NOT NULL,
    "amount_cents" INTEGER NOT NULL,
    "explanation" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "funding_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "name" TEXT NOT NULL,
    "rubric" JSONB NOT NULL,
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "frozen_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_assignment" (
    "id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "juror_id" UUID NOT NULL,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "marks" JSONB NOT NULL DEFAULT '{}',
    "comment" TEXT NOT NULL DEFAULT '',
    "private_note" TEXT NOT NULL DEFAULT '',
    "verdict" TEXT,
    "favourite" BOOLEAN NOT NULL DEFAULT false,
    "abstained" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_revision" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conflict" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "state" "ConflictState" NOT NULL DEFAULT 'proposed',
    "decided_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conflict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_template" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "checklist_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist" (
    "id" UUID NOT NULL,
    "challenge_id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "arrives_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "checklist_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_item" (
    "id" UUID NOT NULL,
    "checklist_id" UUID NOT NULL,
    "item_key" TEXT NOT NULL,
    "section_key" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answer" JSONB,
    "note" TEXT NOT NULL DEFAULT '',
    "due_on" DATE,
    "by_id" UUID,
    "touched_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "checklist_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "email_verified" TIMESTAMPTZ(3),
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "name_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "bio" TEXT NOT NULL DEFAULT '',
    "headline" TEXT NOT NULL DEFAULT '',
    "skills" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "links" JSONB NOT NULL DEFAULT '[]',
    "photo_url" TEXT,
    "visibility" "Visibility" NOT NULL DEFAULT 'private',
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "theme" TEXT NOT NULL DEFAULT 'system',
    "extra" JSONB NOT NULL DEFAULT '{}',
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "acronym" TEXT,
    "kind" "OrganisationKind" NOT NULL DEFAULT 'other',
    "parent_id" UUID,
    "siret" TEXT,
    "website" TEXT,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "name_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "mail_domains" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "extra" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "affiliation" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "from" DATE,
    "to" DATE,

    CONSTRAINT "affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "RoleKind" NOT NULL,
    "cohort_id" UUID,
    "challenge_id" UUID,
    "from" DATE,
    "to" DATE,
    "extra" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cohort" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "year" INTEGER,
    "starts_on" DATE,
    "ends_on" DATE,
    "colour" INTEGER NOT NULL DEFAULT 0,
    "summary" TEXT NOT NULL DEFAULT '',
    "published" BOOLEAN NOT NULL DEFAULT true,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "extra" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "template" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "headers" JSONB NOT NULL DEFAULT '{}',
    "attachments" JSONB NOT NULL DEFAULT '[]',
    "about_kind" TEXT,
    "about_id" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "not_before" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "storage_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "scan" "ScanState" NOT NULL DEFAULT 'pending',
    "owner_kind" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "uploaded_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "application_reference_key" ON "application"("reference");

-- CreateIndex
CREATE INDEX "application_call_id_state_idx" ON "application"("call_id", "state");

-- CreateIndex
CREATE INDEX "application_call_id_submitted_at_idx" ON "application"("call_id", "submitted_at");

-- CreateIndex
CREATE INDEX "application_owner_id_idx" ON "application"("owner_id");

-- CreateIndex
CREATE INDEX "application_organisation_id_idx" ON "application"("organisation_id");

-- CreateIndex
CREATE INDEX "application_member_person_id_idx" ON "application_member"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "application_member_application_id_email_key" ON "application_member"("application_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "submission_idempotency_key_key" ON "submission"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "submission_application_id_number_key" ON "submission"("application_id", "number");

-- CreateIndex
CREATE INDEX "decision_application_id_created_at_idx" ON "decision"("application_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "session_session_token_key" ON "session"("session_token");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "account_person_id_idx" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_issuer_subject_key" ON "account"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_token_link_hash_key" ON "sign_in_token"("link_hash");

-- CreateIndex
CREATE INDEX "sign_in_token_email_idx" ON "sign_in_token"("email");

-- CreateIndex
CREATE UNIQUE INDEX "call_slug_key" ON "call"("slug");

-- CreateIndex
CREATE INDEX "call_cohort_id_idx" ON "call"("cohort_id");

-- CreateIndex
CREATE UNIQUE INDEX "form_version_call_id_number_key" ON "form_version"("call_id", "number");

-- CreateIndex
CREATE INDEX "call_extension_call_id_idx" ON "call_extension"("call_id");

-- CreateIndex
CREATE UNIQUE INDEX "challenge_slug_key" ON "challenge"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "challenge_application_id_key" ON "challenge"("application_id");

-- CreateIndex
CREATE INDEX "challenge_cohort_id_published_idx" ON "challenge"("cohort_id", "published");

-- CreateIndex
CREATE INDEX "challenge_host_id_idx" ON "challenge"("host_id");

-- CreateIndex
CREATE INDEX "challenge_name_keys_idx" ON "challenge" USING GIN ("name_keys");

-- CreateIndex
CREATE INDEX "position_challenge_id_idx" ON "position"("challenge_id");

-- CreateIndex
CREATE INDEX "position_fellow_id_idx" ON "position"("fellow_id");

-- CreateIndex
CREATE UNIQUE INDEX "funding_line_challenge_id_position_id_rule_key" ON "funding_line"("challenge_id", "position_id", "rule");

-- CreateIndex
CREATE UNIQUE INDEX "stage_call_id_position_key" ON "stage"("call_id", "position");

-- CreateIndex
CREATE INDEX "review_assignment_juror_id_idx" ON "review_assignment"("juror_id");

-- CreateIndex
CREATE INDEX "review_assignment_application_id_idx" ON "review_assignment"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_assignment_stage_id_application_id_juror_id_key" ON "review_assignment"("stage_id", "application_id", "juror_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_assignment_id_key" ON "review"("assignment_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_revision_review_id_version_key" ON "review_revision"("review_id", "version");

-- CreateIndex
CREATE INDEX "conflict_person_id_idx" ON "conflict"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "conflict_application_id_person_id_kind_key" ON "conflict"("application_id", "person_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "checklist_template_key_number_key" ON "checklist_template"("key", "number");

-- CreateIndex
CREATE UNIQUE INDEX "checklist_challenge_id_template_id_key" ON "checklist"("challenge_id", "template_id");

-- CreateIndex
CREATE INDEX "checklist_item_state_due_on_idx" ON "checklist_item"("state", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "checklist_item_checklist_id_item_key_key" ON "checklist_item"("checklist_id", "item_key");

-- CreateIndex
CREATE UNIQUE INDEX "person_slug_key" ON "person"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "person_name_keys_idx" ON "person" USING GIN ("name_keys");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_siret_key" ON "organisation"("siret");

-- CreateIndex
CREATE INDEX "organisation_parent_id_idx" ON "organisation"("parent_id");

-- CreateIndex
CREATE INDEX "organisation_name_keys_idx" ON "organisation" USING GIN ("name_keys");

-- CreateIndex
CREATE INDEX "affiliation_organisation_id_idx" ON "affiliation"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "affiliation_person_id_organisation_id_key" ON "affiliation"("person_id", "organisation_id");

-- CreateIndex
CREATE INDEX "role_assignment_person_id_idx" ON "role_assignment"("person_id");

-- CreateIndex
CREATE INDEX "role_assignment_cohort_id_kind_idx" ON "role_assignment"("cohort_id", "kind");

-- CreateIndex
CREATE INDEX "role_assignment_challenge_id_kind_idx" ON "role_assignment"("challenge_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "cohort_slug_key" ON "cohort"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "cohort_number_key" ON "cohort"("number");

-- CreateIndex
CREATE UNIQUE INDEX "event_hash_key" ON "event"("hash");

-- CreateIndex
CREATE INDEX "event_subject_kind_subject_id_id_idx" ON "event"("subject_kind", "subject_id", "id");

-- CreateIndex
CREATE INDEX "event_actor_id_id_idx" ON "event"("actor_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_key_key" ON "outbox_message"("key");

-- CreateIndex
CREATE INDEX "outbox_message_sent_at_not_before_idx" ON "outbox_message"("sent_at", "not_before");

-- CreateIndex
CREATE INDEX "outbox_message_to_created_at_idx" ON "outbox_message"("to", "created_at");

-- CreateIndex
CREATE INDEX "outbox_message_about_kind_about_id_idx" ON "outbox_message"("about_kind", "about_id");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_storage_key_key" ON "stored_file"("storage_key");

-- CreateIndex
CREATE INDEX "stored_file_owner_kind_owner_id_idx" ON "stored_file"("owner_kind", "owner_id");

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_form_version_id_fkey" FOREIGN KEY ("form_version_id") REFERENCES "form_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_member" ADD CONSTRAINT "application_member_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_version" ADD CONSTRAINT "form_version_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_extension" ADD CONSTRAINT "call_extension_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_backer_id_fkey" FOREIGN KEY ("backer_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_challenge_id_fkey" FOREIGN KEY ("challenge_id") REFERENCES "challenge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_fellow_id_fkey" FOREIGN KEY ("fellow_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding_line" ADD CONSTRAINT "funding_line_challenge_id_fkey" FOREIGN KEY ("challenge_id") REFERENCES "challenge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage" ADD CONSTRAINT "stage_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_assignment" ADD CONSTRAINT "review_assignment_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_assignment" ADD CONSTRAINT "review_assignment_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "review_assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_revision" ADD CONSTRAINT "review_revision_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist" ADD CONSTRAINT "checklist_challenge_id_fkey" FOREIGN KEY ("challenge_id") REFERENCES "challenge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist" ADD CONSTRAINT "checklist_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "checklist_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_item" ADD CONSTRAINT "checklist_item_checklist_id_fkey" FOREIGN KEY ("checklist_id") REFERENCES "checklist"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_challenge_id_fkey" FOREIGN KEY ("challenge_id") REFERENCES "challenge"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Extensions: accents and trigrams for search in French.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A role is one link (person, kind, cohort?, challenge?): nulls count as equal.
CREATE UNIQUE INDEX role_assignment_once ON role_assignment
  (person_id, kind, COALESCE(cohort_id, '00000000-0000-0000-0000-000000000000'), COALESCE(challenge_id, '00000000-0000-0000-0000-000000000000'));

-- Exactly one submission of a file is in force.
CREATE UNIQUE INDEX submission_in_force ON submission (application_id) WHERE in_force;

-- The event chain: append-only, each link holding the digest of the one before.
CREATE FUNCTION append_event(p_name text, p_actor_kind text, p_actor_id text, p_subject_kind text, p_subject_id text, p_payload text)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  v_id bigint; v_prev text; v_at timestamptz; v_stamp text;
BEGIN
  -- One writer at a time, until commit: ids have no gap and every link knows its predecessor.
  PERFORM pg_advisory_xact_lock(4207849484);
  SELECT id, hash INTO v_id, v_prev FROM event ORDER BY id DESC LIMIT 1;
  v_id := COALESCE(v_id, 0) + 1;
  v_prev := COALESCE(v_prev, repeat('0', 64));
  v_at := date_trunc('milliseconds', clock_timestamp());
  v_stamp := to_char(v_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  INSERT INTO event (id, at, name, actor_kind, actor_id, subject_kind, subject_id, payload, prev_hash, hash)
  VALUES (v_id, v_at, p_name, p_actor_kind, p_actor_id, p_subject_kind, p_subject_id, p_payload, v_prev,
    encode(sha256(convert_to(
      v_prev || E'\n' || v_id || E'\n' || v_stamp || E'\n' || p_name || E'\n' || p_actor_kind || E'\n' || COALESCE(p_actor_id, '')
      || E'\n' || p_subject_kind || E'\n' || p_subject_id || E'\n' || p_payload, 'UTF8')), 'hex'));
  RETURN v_id;
END $$;

CREATE FUNCTION event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the event table is append-only';
END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION event_is_append_only();
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION event_is_append_only();
