-- CreateTable
CREATE TABLE "imported_attachment" (
    "application_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "field" TEXT NOT NULL DEFAULT '',
    "file_id" UUID NOT NULL,
    "checksum" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "imported_attachment_pkey" PRIMARY KEY ("application_id","source","position")
);

-- AddForeignKey
ALTER TABLE "imported_attachment" ADD CONSTRAINT "imported_attachment_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
