-- CreateEnum
CREATE TYPE "Scope" AS ENUM ('READ_DRAFTS', 'EDIT', 'REVIEW', 'PUBLISH', 'ADMIN');

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" "Scope"[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- A name stands for one key at a time, and may be given again once that is revoked
CREATE UNIQUE INDEX "api_key_one_of_a_name" ON "api_key"("name") WHERE "revoked_at" IS NULL;

-- A secret that was put where its hash belongs is refused
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_hash_format" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_name_given" CHECK ("name" <> '');
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_scopes_given" CHECK (cardinality("scopes") > 0);
