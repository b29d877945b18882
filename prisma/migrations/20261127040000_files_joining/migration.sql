-- CreateTable
CREATE TABLE "files_joining" (
    "import_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "percent" INTEGER NOT NULL DEFAULT 0,
    "refused" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "files_joining_pkey" PRIMARY KEY ("import_id")
);

-- CreateTable
CREATE TABLE "files_brought" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "files_brought_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "files_brought_import_id_idx" ON "files_brought"("import_id");

-- AddForeignKey
ALTER TABLE "files_joining" ADD CONSTRAINT "files_joining_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "files_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files_brought" ADD CONSTRAINT "files_brought_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "files_joining"("import_id") ON DELETE CASCADE ON UPDATE CASCADE;
