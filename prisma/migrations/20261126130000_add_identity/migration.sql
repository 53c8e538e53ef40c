-- Identity: judgements whether two records are of one person or body, and the record that stands for all that are.
-- docs/decisions/0012-identity.md says why so.

-- CreateEnum
CREATE TYPE "IdentityVerdict" AS ENUM ('SAME', 'DIFFERENT', 'UNSURE');

-- AlterTable
ALTER TABLE "actor" ADD COLUMN     "canonical_id" UUID,
ADD COLUMN     "is_merged" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "canonical_id" UUID,
ADD COLUMN     "is_merged" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "identity_judgement" (
    "id" UUID NOT NULL,
    "verdict" "IdentityVerdict" NOT NULL,
    "actor_id" UUID,
    "other_actor_id" UUID,
    "organisation_id" UUID,
    "other_organisation_id" UUID,
    "chosen_id" UUID,
    "reason" TEXT,
    "judged_by" TEXT NOT NULL,
    "judged_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_by" TEXT,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "identity_judgement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "identity_judgement_actor_id_idx" ON "identity_judgement"("actor_id");

-- CreateIndex
CREATE INDEX "identity_judgement_other_actor_id_idx" ON "identity_judgement"("other_actor_id");

-- CreateIndex
CREATE INDEX "identity_judgement_organisation_id_idx" ON "identity_judgement"("organisation_id");

-- CreateIndex
CREATE INDEX "identity_judgement_other_organisation_id_idx" ON "identity_judgement"("other_organisation_id");

-- CreateIndex
CREATE INDEX "actor_canonical_id_idx" ON "actor"("canonical_id");

-- CreateIndex
CREATE INDEX "organisation_canonical_id_idx" ON "organisation"("canonical_id");

-- AddForeignKey
ALTER TABLE "actor" ADD CONSTRAINT "actor_canonical_id_fkey" FOREIGN KEY ("canonical_id") REFERENCES "actor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "identity_judgement" ADD CONSTRAINT "identity_judgement_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_judgement" ADD CONSTRAINT "identity_judgement_other_actor_id_fkey" FOREIGN KEY ("other_actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_judgement" ADD CONSTRAINT "identity_judgement_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_judgement" ADD CONSTRAINT "identity_judgement_other_organisation_id_fkey" FOREIGN KEY ("other_organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_canonical_id_fkey" FOREIGN KEY ("canonical_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What Prisma's models cannot say follows, written by hand.

ALTER TABLE "identity_judgement" ADD CONSTRAINT "identity_judgement_one_pair" CHECK (
  num_nonnulls("actor_id", "organisation_id") = 1
  AND ("actor_id" IS NULL) = ("other_actor_id" IS NULL)
  AND ("organisation_id" IS NULL) = ("other_organisation_id" IS NULL));
ALTER TABLE "identity_judgement" ADD CONSTRAINT "identity_judgement_ordered" CHECK (
  coalesce("actor_id" < "other_actor_id", "organisation_id" < "other_organisation_id"));
ALTER TABLE "identity_judgement" ADD CONSTRAINT "identity_judgement_revoked_by_somebody" CHECK (
  ("revoked_at" IS NULL) = ("revoked_by" IS NULL));

-- Of a pair one judgement holds at a time.
CREATE UNIQUE INDEX "identity_judgement_one_live" ON "identity_judgement" (
  coalesce("actor_id", "organisation_id"), coalesce("other_actor_id", "other_organisation_id")) WHERE "revoked_at" IS NULL;

-- Whoever is written stands for himself until somebody judges otherwise.
CREATE FUNCTION identity_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.canonical_id := coalesce(NEW.canonical_id, NEW.id);
  RETURN NEW;
END $$;
CREATE TRIGGER "identity_own" BEFORE INSERT ON "actor" FOR EACH ROW EXECUTE FUNCTION identity_own();
CREATE TRIGGER "identity_own" BEFORE INSERT ON "organisation" FOR EACH ROW EXECUTE FUNCTION identity_own();

-- The log is to have it too, or the past would be without anybody; what is searched stays as it is.
SELECT set_config('digestgraph.by', 'migration', false), set_config('digestgraph.reason', 'Identities.', false);
ALTER TABLE "actor" DISABLE TRIGGER "search_index";
ALTER TABLE "organisation" DISABLE TRIGGER "search_index";
UPDATE "actor" SET "canonical_id" = "id";
UPDATE "organisation" SET "canonical_id" = "id";
-- Constraints and the log wait for the end of the transaction, and a table with such work pending cannot be altered.
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE "actor" ENABLE TRIGGER "search_index";
ALTER TABLE "organisation" ENABLE TRIGGER "search_index";
SELECT set_config('digestgraph.by', '', false), set_config('digestgraph.reason', '', false);

ALTER TABLE "actor" ADD CONSTRAINT "actor_stands_for_itself_or_is_merged" CHECK (
  "canonical_id" IS NOT NULL AND "is_merged" = ("canonical_id" <> "id"));
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_stands_for_itself_or_is_merged" CHECK (
  "canonical_id" IS NOT NULL AND "is_merged" = ("canonical_id" <> "id"));

-- A judgement is a part of the history of the first of both.
SELECT change_log_attach('identity_judgement', 'CASE WHEN image->>''actor_id'' IS NULL THEN ''Organisation'' ELSE ''Actor'' END',
  'coalesce((image->>''actor_id'')::uuid, (image->>''organisation_id'')::uuid)', NULL);
SELECT as_of.make_views();
