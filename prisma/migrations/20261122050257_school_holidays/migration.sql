-- CreateTable
CREATE TABLE "school_holiday" (
    "id" UUID NOT NULL,
    "zone" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "checked_on" DATE NOT NULL,

    CONSTRAINT "school_holiday_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "school_holiday_zone_from_key" ON "school_holiday"("zone", "from");
