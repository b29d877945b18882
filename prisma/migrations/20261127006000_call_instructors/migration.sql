-- CreateTable
CREATE TABLE "call_instructor" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "call_instructor_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "call_instructor_call_id_person_id_key" ON "call_instructor"("call_id", "person_id");

-- CreateIndex
CREATE INDEX "call_instructor_person_id_idx" ON "call_instructor"("person_id");

-- AddForeignKey
ALTER TABLE "call_instructor" ADD CONSTRAINT "call_instructor_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;
