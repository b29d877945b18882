-- CreateEnum
CREATE TYPE "MessageSide" AS ENUM ('team', 'applicant');

-- CreateEnum
CREATE TYPE "CorrectionState" AS ENUM ('open', 'answered', 'cancelled', 'expired');

-- CreateEnum
CREATE TYPE "QuestionState" AS ENUM ('proposed', 'sent', 'answered', 'withdrawn');

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "findings" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "file_note" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note_mention" (
    "note_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "note_mention_pkey" PRIMARY KEY ("note_id","person_id")
);

-- CreateTable
CREATE TABLE "file_message" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "side" "MessageSide" NOT NULL,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "field_ids" TEXT[],
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "CorrectionState" NOT NULL DEFAULT 'open',
    "answers" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "submission_number" INTEGER,
    "closed_at" TIMESTAMPTZ(3),
    "reviewed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "examination" (
    "call_id" UUID NOT NULL,
    "points" JSONB NOT NULL DEFAULT '[]',
    "criteria" JSONB NOT NULL DEFAULT '[]',
    "scale" INTEGER NOT NULL DEFAULT 4,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "examination_pkey" PRIMARY KEY ("call_id")
);

-- CreateTable
CREATE TABLE "reading" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,
    "given_by_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "marks" JSONB NOT NULL DEFAULT '{}',
    "opinion" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "sent_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hearing_question" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "state" "QuestionState" NOT NULL DEFAULT 'proposed',
    "due_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hearing_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_act" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_act_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "file_note_application_id_created_at_idx" ON "file_note"("application_id", "created_at");

-- CreateIndex
CREATE INDEX "note_mention_person_id_seen_at_idx" ON "note_mention"("person_id", "seen_at");

-- CreateIndex
CREATE INDEX "file_message_application_id_created_at_idx" ON "file_message"("application_id", "created_at");

-- CreateIndex
CREATE INDEX "correction_application_id_created_at_idx" ON "correction"("application_id", "created_at");

-- CreateIndex
CREATE INDEX "correction_state_due_at_idx" ON "correction"("state", "due_at");

-- CreateIndex
CREATE INDEX "reading_reader_id_sent_at_idx" ON "reading"("reader_id", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "reading_application_id_reader_id_key" ON "reading"("application_id", "reader_id");

-- CreateIndex
CREATE INDEX "hearing_question_application_id_created_at_idx" ON "hearing_question"("application_id", "created_at");

-- CreateIndex
CREATE INDEX "saved_view_shared_idx" ON "saved_view"("shared");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_owner_id_name_key" ON "saved_view"("owner_id", "name");

-- CreateIndex
CREATE INDEX "file_act_call_id_created_at_idx" ON "file_act"("call_id", "created_at");

-- AddForeignKey
ALTER TABLE "file_note" ADD CONSTRAINT "file_note_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_mention" ADD CONSTRAINT "note_mention_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "file_note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_message" ADD CONSTRAINT "file_message_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "examination" ADD CONSTRAINT "examination_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading" ADD CONSTRAINT "reading_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearing_question" ADD CONSTRAINT "hearing_question_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_act" ADD CONSTRAINT "file_act_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One correction at a time may await a file's applicant.
CREATE UNIQUE INDEX correction_one_open ON correction (application_id) WHERE state = 'open';
CREATE INDEX file_message_owed ON file_message (application_id, created_at DESC) WHERE settled_at IS NULL;
CREATE INDEX hearing_question_waiting ON hearing_question (application_id) WHERE state IN ('proposed', 'sent');
CREATE INDEX application_instructor ON application (instructor_id, state) WHERE instructor_id IS NOT NULL;

-- Full-text search in French that ignores accents: "evasion" finds "évasion", "agents" finds "agent".
CREATE TEXT SEARCH CONFIGURATION public.french_plain (COPY = pg_catalog.french);
ALTER TEXT SEARCH CONFIGURATION public.french_plain
  ALTER MAPPING FOR asciihword, asciiword, hword, hword_asciipart, hword_part, word WITH public.unaccent, french_stem;

-- What names a file, and every text of the submission in force. Drafts are not searched: autosaving costs them nothing.
CREATE INDEX application_words ON application
  USING gin (to_tsvector('public.french_plain', title || ' ' || organisation_name || ' ' || COALESCE(reference, '')));
-- A file whose texts are beyond what an index holds is still received, and found by its first pages.
CREATE FUNCTION words_of(p_answers jsonb) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN jsonb_to_tsvector('public.french_plain', p_answers, '["string"]');
EXCEPTION WHEN program_limit_exceeded THEN
  RETURN to_tsvector('public.french_plain', left(p_answers::text, 100000));
END $$;
CREATE INDEX submission_words ON submission USING gin (words_of(answers)) WHERE in_force;
CREATE INDEX submission_profiles ON submission
  USING gin (jsonb_path_query_array(answers, '$.profiles[*].profile')) WHERE in_force;
CREATE INDEX submission_cofunding ON submission ((answers -> 'coFunding')) WHERE in_force;
