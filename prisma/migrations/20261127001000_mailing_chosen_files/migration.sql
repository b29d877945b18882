-- Files ticked on the board, that a mail to many goes to and to no other.
ALTER TABLE "mailing" ADD COLUMN     "application_ids" UUID[] DEFAULT ARRAY[]::UUID[];
