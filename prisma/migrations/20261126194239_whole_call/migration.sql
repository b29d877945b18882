-- AlterTable
ALTER TABLE "application" ADD COLUMN     "compared_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "mailing" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "by_id" UUID,
    "target" TEXT NOT NULL DEFAULT 'files',
    "audience" TEXT NOT NULL DEFAULT 'owners',
    "filters" JSONB NOT NULL DEFAULT '{}',
    "subject_fr" TEXT NOT NULL,
    "body_fr" TEXT NOT NULL,
    "subject_en" TEXT NOT NULL DEFAULT '',
    "body_en" TEXT NOT NULL DEFAULT '',
    "count" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mailing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mailing_recipient" (
    "mailing_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "application_ids" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "mailing_recipient_pkey" PRIMARY KEY ("mailing_id","email")
);

-- CreateTable
CREATE TABLE "archive" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "by_id" UUID,
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "filters" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "storage_key" TEXT,
    "size" BIGINT NOT NULL DEFAULT 0,
    "sha256" TEXT NOT NULL DEFAULT '',
    "report" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "archive_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "similar_project" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "other_id" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "verdict" TEXT,
    "by_id" UUID,
    "judged_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "similar_project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_template" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "files_import" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'uploaded',
    "storage_key" TEXT,
    "report" JSONB NOT NULL DEFAULT '{}',
    "by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "files_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "files_map" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "form_number" INTEGER NOT NULL,
    "fields" JSONB NOT NULL,
    "by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "files_map_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imported_file" (
    "application_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "answers_digest" TEXT NOT NULL,
    "rest" JSONB NOT NULL DEFAULT '{}',
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "imported_file_pkey" PRIMARY KEY ("application_id")
);

-- CreateIndex
CREATE INDEX "mailing_call_id_created_at_idx" ON "mailing"("call_id", "created_at");

-- CreateIndex
CREATE INDEX "mailing_recipient_application_ids_idx" ON "mailing_recipient" USING GIN ("application_ids");

-- CreateIndex
CREATE INDEX "archive_call_id_created_at_idx" ON "archive"("call_id", "created_at");

-- CreateIndex
CREATE INDEX "archive_state_lease_until_idx" ON "archive"("state", "lease_until");

-- CreateIndex
CREATE INDEX "similar_project_kind_other_id_idx" ON "similar_project"("kind", "other_id");

-- CreateIndex
CREATE UNIQUE INDEX "similar_project_application_id_kind_other_id_key" ON "similar_project"("application_id", "kind", "other_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_template_call_id_event_locale_key" ON "mail_template"("call_id", "event", "locale");

-- CreateIndex
CREATE INDEX "files_import_call_id_created_at_idx" ON "files_import"("call_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "files_map_call_id_source_form_number_key" ON "files_map"("call_id", "source", "form_number");

-- CreateIndex
CREATE UNIQUE INDEX "imported_file_call_id_kind_key_key" ON "imported_file"("call_id", "kind", "key");

-- AddForeignKey
ALTER TABLE "mailing" ADD CONSTRAINT "mailing_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailing_recipient" ADD CONSTRAINT "mailing_recipient_mailing_id_fkey" FOREIGN KEY ("mailing_id") REFERENCES "mailing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "archive" ADD CONSTRAINT "archive_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "similar_project" ADD CONSTRAINT "similar_project_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_template" ADD CONSTRAINT "mail_template_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files_import" ADD CONSTRAINT "files_import_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_file" ADD CONSTRAINT "imported_file_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Resembling titles are looked for among what was sent; drafts are their authors' own and cost nothing here.
CREATE INDEX application_title_words ON application USING gin (searchable(title) gin_trgm_ops) WHERE state <> 'draft';
