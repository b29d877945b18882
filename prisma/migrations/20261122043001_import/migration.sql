-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "dialect" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "report" JSONB NOT NULL,
    "storage_key" TEXT,
    "by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_record" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "values" JSONB NOT NULL DEFAULT '{}',
    "dialect" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "made" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_issue" (
    "id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "run_id" UUID NOT NULL,
    "file" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "subject" TEXT,
    "suggestion_key" TEXT,
    "suggestion_label" TEXT,
    "suggestion_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_choice" (
    "id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "target_kind" TEXT,
    "target_id" UUID,
    "target_key" TEXT,
    "by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_choice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "import_run_created_at_idx" ON "import_run"("created_at");

-- CreateIndex
CREATE INDEX "import_record_keys_idx" ON "import_record" USING GIN ("keys");

-- CreateIndex
CREATE UNIQUE INDEX "import_record_kind_entity_id_key" ON "import_record"("kind", "entity_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_issue_fingerprint_key" ON "import_issue"("fingerprint");

-- CreateIndex
CREATE INDEX "import_issue_reason_idx" ON "import_issue"("reason");

-- CreateIndex
CREATE INDEX "import_issue_run_id_idx" ON "import_issue"("run_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_choice_fingerprint_key" ON "import_choice"("fingerprint");

-- AddForeignKey
ALTER TABLE "import_issue" ADD CONSTRAINT "import_issue_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_choice" ADD CONSTRAINT "import_choice_fingerprint_fkey" FOREIGN KEY ("fingerprint") REFERENCES "import_issue"("fingerprint") ON DELETE CASCADE ON UPDATE CASCADE;
