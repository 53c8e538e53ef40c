-- AlterTable
ALTER TABLE "api_key" ADD COLUMN     "revoked_by" TEXT,
ADD COLUMN     "revoked_reason" TEXT;

-- What Prisma's models cannot say follows, written by hand.

ALTER TABLE "api_key" ADD CONSTRAINT "api_key_revoked_by_somebody" CHECK (
  "revoked_at" IS NOT NULL OR num_nonnulls("revoked_by", "revoked_reason") = 0);
