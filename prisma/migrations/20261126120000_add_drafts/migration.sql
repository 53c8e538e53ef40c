-- CreateEnum
CREATE TYPE "DraftState" AS ENUM ('OPEN', 'PUBLISHED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "SuggestionNoun" AS ENUM ('COUNTRIES', 'PLACES', 'TOPICS', 'ORGANISATIONS', 'OFFICES', 'PASSAGES', 'ACTORS', 'EVENTS', 'AGREEMENTS', 'INDICATORS', 'STATISTICS', 'STATEMENTS', 'ASSESSMENTS');

-- CreateEnum
CREATE TYPE "SuggestionState" AS ENUM ('PROPOSED', 'ACCEPTED', 'EDITED', 'REJECTED', 'OBSOLETE');

-- CreateEnum
CREATE TYPE "SuggestionRecognition" AS ENUM ('KNOWN', 'VARIANT', 'NEW');

-- CreateEnum
CREATE TYPE "SuggestionAttention" AS ENUM ('ANCHOR_LOST', 'EXTRACTION_DIFFERS');

-- AlterTable
ALTER TABLE "seed_row" ADD COLUMN     "found" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "report_slug" TEXT COLLATE "C" NOT NULL,
    "series_slug" TEXT COLLATE "C" NOT NULL,
    "series_title" TEXT NOT NULL,
    "publisher" TEXT,
    "title" TEXT NOT NULL,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,
    "published_on" DATE,
    "language" TEXT NOT NULL,
    "source_url" TEXT,
    "sections" JSONB NOT NULL,
    "text" TEXT,
    "sha256" TEXT,
    "warnings" JSONB NOT NULL,
    "extractor" TEXT,
    "dropped" INTEGER NOT NULL DEFAULT 0,
    "state" "DraftState" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_passage" (
    "id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "number" TEXT COLLATE "C" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "section" "SectionKind" NOT NULL,
    "text" TEXT,
    "span_start" INTEGER,
    "span_end" INTEGER,

    CONSTRAINT "draft_passage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_suggestion" (
    "id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "noun" "SuggestionNoun" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "record" JSONB NOT NULL,
    "extracted" JSONB,
    "ordinal" INTEGER NOT NULL,
    "passage" TEXT NOT NULL,
    "span_start" INTEGER,
    "span_end" INTEGER,
    "quote" TEXT,
    "rule" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "recognition" "SuggestionRecognition",
    "evidence" TEXT,
    "state" "SuggestionState" NOT NULL DEFAULT 'PROPOSED',
    "attention" "SuggestionAttention",
    "version" INTEGER NOT NULL DEFAULT 1,
    "reviewed_by" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "draft_suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "draft_report_slug_key" ON "draft"("report_slug");

-- CreateIndex
CREATE INDEX "draft_period_start_report_slug_idx" ON "draft"("period_start", "report_slug");

-- CreateIndex
CREATE INDEX "draft_passage_draft_id_ordinal_idx" ON "draft_passage"("draft_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "draft_passage_draft_id_number_key" ON "draft_passage"("draft_id", "number");

-- CreateIndex
CREATE INDEX "draft_suggestion_draft_id_ordinal_idx" ON "draft_suggestion"("draft_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "draft_suggestion_draft_id_noun_key_key" ON "draft_suggestion"("draft_id", "noun", "key");

-- AddForeignKey
ALTER TABLE "draft_passage" ADD CONSTRAINT "draft_passage_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_suggestion" ADD CONSTRAINT "draft_suggestion_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what the models cannot say
ALTER TABLE "draft" ADD CONSTRAINT "draft_period_forwards" CHECK ("period_start" <= "period_end");
ALTER TABLE "draft" ADD CONSTRAINT "draft_report_slug_format" CHECK ("report_slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "draft" ADD CONSTRAINT "draft_series_slug_format" CHECK ("series_slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "draft" ADD CONSTRAINT "draft_text_with_digest" CHECK (("text" IS NULL) = ("sha256" IS NULL));
ALTER TABLE "draft_passage" ADD CONSTRAINT "draft_passage_number_format" CHECK ("number" ~ '^[1-9][0-9]*(\.[1-9][0-9]*)?$');
ALTER TABLE "draft_passage" ADD CONSTRAINT "draft_passage_text_with_span" CHECK (num_nulls("text", "span_start", "span_end") = 3 OR (num_nulls("text", "span_start", "span_end") = 0 AND "span_start" <= "span_end"));
ALTER TABLE "draft_suggestion" ADD CONSTRAINT "draft_suggestion_quote_with_span" CHECK (num_nulls("quote", "span_start", "span_end") = 3 OR (num_nulls("quote", "span_start", "span_end") = 0 AND "span_start" <= "span_end"));
ALTER TABLE "draft_suggestion" ADD CONSTRAINT "draft_suggestion_score_range" CHECK ("score" BETWEEN 0 AND 1);
