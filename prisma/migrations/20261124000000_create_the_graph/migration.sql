-- CreateEnum
CREATE TYPE "ActorKind" AS ENUM ('PERSON', 'UNNAMED_OFFICE_HOLDER', 'GROUP');

-- CreateEnum
CREATE TYPE "AgreementKind" AS ENUM ('TREATY', 'CONTRACT', 'PLAN', 'MEMORANDUM', 'DECLARATION', 'PROGRAMME', 'OTHER');

-- CreateEnum
CREATE TYPE "AgreementStatus" AS ENUM ('PROPOSED', 'UNDER_NEGOTIATION', 'PLANNED', 'SIGNED', 'IN_FORCE', 'EXPIRED', 'TERMINATED', 'ABANDONED');

-- CreateEnum
CREATE TYPE "AssessmentKind" AS ENUM ('INTERPRETATION', 'FORECAST', 'DOUBT', 'KNOWN_UNKNOWN', 'NON_EVENT', 'TENSION');

-- CreateEnum
CREATE TYPE "Likelihood" AS ENUM ('ALMOST_CERTAIN', 'LIKELY', 'POSSIBLE', 'UNLIKELY');

-- CreateEnum
CREATE TYPE "EventKind" AS ENUM ('MEETING', 'VISIT', 'EXERCISE', 'TRAINING', 'CONFERENCE', 'COMMITTEE_SESSION', 'BOARD_MEETING', 'STATEMENT', 'AGREEMENT_STEP', 'INSPECTION', 'APPOINTMENT', 'DISMISSAL', 'LEGAL_ACT', 'ORDER', 'DELIVERY', 'EQUIPMENT_TEST', 'EXHIBITION', 'SEIZURE', 'DETENTION', 'BORDER_INCIDENT', 'CRIMINAL_CASE', 'SANCTION', 'ACCIDENT', 'REPORTING', 'OTHER');

-- CreateEnum
CREATE TYPE "DatePrecision" AS ENUM ('DAY', 'MONTH', 'SEASON', 'YEAR', 'WITHIN', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "DateBasis" AS ENUM ('STATED', 'RELATIVE', 'INFERRED');

-- CreateEnum
CREATE TYPE "EventModality" AS ENUM ('HELD', 'PLANNED', 'ONGOING', 'CANCELLED', 'ALLEGED');

-- CreateEnum
CREATE TYPE "NameKind" AS ENUM ('PREFERRED', 'VARIANT', 'MISSPELLING', 'ABBREVIATION', 'NATIVE', 'FORMER');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('GOVERNMENT', 'MILITARY', 'LAW_ENFORCEMENT', 'INTELLIGENCE', 'COMPANY', 'ALLIANCE', 'INTERNATIONAL', 'MEDIA', 'OTHER');

-- CreateEnum
CREATE TYPE "ParticipationRole" AS ENUM ('HOST', 'VISITOR', 'HEAD_OF_DELEGATION', 'PARTICIPANT', 'CHAIR', 'ORGANISER', 'SPEAKER', 'SIGNATORY', 'INSPECTOR', 'INSPECTED', 'SUBJECT', 'OBSERVER');

-- CreateEnum
CREATE TYPE "SectionKind" AS ENUM ('KEY_EVENTS', 'DEVELOPMENTS', 'CONCLUSIONS', 'OTHER');

-- CreateEnum
CREATE TYPE "PassageKind" AS ENUM ('PARAGRAPH', 'BULLET');

-- CreateEnum
CREATE TYPE "Comparator" AS ENUM ('EXACT', 'ABOUT', 'ALMOST', 'MORE_THAN', 'AT_LEAST', 'LESS_THAN', 'AT_MOST', 'BETWEEN');

-- CreateEnum
CREATE TYPE "StatisticNature" AS ENUM ('REPORTED', 'PLANNED', 'CLAIMED', 'ESTIMATED');

-- CreateEnum
CREATE TYPE "TopicKind" AS ENUM ('SUBJECT', 'EQUIPMENT', 'PROGRAMME');

-- CreateTable
CREATE TABLE "about" (
    "id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "statement_id" UUID,
    "assessment_id" UUID,
    "target_event_id" UUID,
    "target_agreement_id" UUID,
    "target_statistic_id" UUID,
    "target_statement_id" UUID,
    "target_actor_id" UUID,
    "target_organisation_id" UUID,
    "target_country_id" UUID,

    CONSTRAINT "about_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actor" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "und-x-icu" NOT NULL,
    "kind" "ActorKind" NOT NULL,
    "country_id" UUID,

    CONSTRAINT "actor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "title" TEXT COLLATE "und-x-icu" NOT NULL,
    "kind" "AgreementKind" NOT NULL,
    "status" "AgreementStatus" NOT NULL,
    "signed_on" DATE,
    "valid_from" DATE,
    "valid_to" DATE,
    "summary" TEXT NOT NULL,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_party" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "organisation_id" UUID,
    "country_id" UUID,
    "proposer" BOOLEAN NOT NULL DEFAULT false,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "agreement_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_signatory" (
    "agreement_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "agreement_signatory_pkey" PRIMARY KEY ("agreement_id","actor_id")
);

-- CreateTable
CREATE TABLE "agreement_event" (
    "agreement_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "agreement_event_pkey" PRIMARY KEY ("agreement_id","event_id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "report_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "gist" TEXT NOT NULL,
    "kind" "AssessmentKind" NOT NULL,
    "hedge" TEXT,
    "likelihood" "Likelihood",

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citation" (
    "id" UUID NOT NULL,
    "passage_id" UUID NOT NULL,
    "quote" TEXT,
    "ordinal" INTEGER NOT NULL,
    "event_id" UUID,
    "participation_id" UUID,
    "tenure_id" UUID,
    "agreement_id" UUID,
    "statistic_id" UUID,
    "statement_id" UUID,
    "assessment_id" UUID,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "country" (
    "id" UUID NOT NULL,
    "code" CHAR(2) NOT NULL,
    "name" TEXT COLLATE "und-x-icu" NOT NULL,

    CONSTRAINT "country_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "kind" "EventKind" NOT NULL,
    "title" TEXT COLLATE "und-x-icu" NOT NULL,
    "ordinal" INTEGER,
    "summary" TEXT NOT NULL,
    "start_date" DATE,
    "end_date" DATE,
    "not_before" DATE,
    "not_after" DATE,
    "date_basis" "DateBasis",
    "date_precision" "DatePrecision" NOT NULL,
    "modality" "EventModality" NOT NULL,
    "is_key_event" BOOLEAN NOT NULL,
    "place_id" UUID,
    "parent_id" UUID,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_place" (
    "event_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "event_place_pkey" PRIMARY KEY ("event_id","place_id")
);

-- CreateTable
CREATE TABLE "event_topic" (
    "event_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "event_topic_pkey" PRIMARY KEY ("event_id","topic_id")
);

-- CreateTable
CREATE TABLE "name" (
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "kind" "NameKind" NOT NULL,
    "language" TEXT,
    "in_source" BOOLEAN NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "actor_id" UUID,
    "organisation_id" UUID,
    "tenure_id" UUID,
    "event_id" UUID,
    "agreement_id" UUID,

    CONSTRAINT "name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "title" TEXT COLLATE "und-x-icu" NOT NULL,
    "organisation_id" UUID,

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tenure" (
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "rank" TEXT,
    "from" DATE,
    "to" DATE,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "tenure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "und-x-icu" NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "country_id" UUID,
    "parent_id" UUID,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participation" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "actor_id" UUID,
    "organisation_id" UUID,
    "country_id" UUID,
    "role" "ParticipationRole" NOT NULL,
    "stated_office" TEXT,
    "on_behalf_of_id" UUID,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "und-x-icu" NOT NULL,
    "country_id" UUID,
    "within_id" UUID,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "title" TEXT COLLATE "und-x-icu" NOT NULL,
    "series_id" UUID NOT NULL,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,
    "published_on" DATE,
    "language" TEXT NOT NULL,
    "source_url" TEXT,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "section" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "kind" "SectionKind" NOT NULL,
    "heading" TEXT,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passage" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" "PassageKind" NOT NULL,
    "gist" TEXT NOT NULL,
    "text" TEXT,

    CONSTRAINT "passage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passage_country" (
    "passage_id" UUID NOT NULL,
    "country_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "passage_country_pkey" PRIMARY KEY ("passage_id","country_id")
);

-- CreateTable
CREATE TABLE "passage_topic" (
    "passage_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "passage_topic_pkey" PRIMARY KEY ("passage_id","topic_id")
);

-- CreateTable
CREATE TABLE "seed_row" (
    "report_id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "seed_row_pkey" PRIMARY KEY ("report_id","noun","key")
);

-- CreateTable
CREATE TABLE "series" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "title" TEXT COLLATE "und-x-icu" NOT NULL,
    "publisher_id" UUID,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "report_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "gist" TEXT NOT NULL,
    "speaker_actor_id" UUID,
    "speaker_organisation_id" UUID,
    "speaker_country_id" UUID,
    "event_id" UUID,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_topic" (
    "statement_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "statement_topic_pkey" PRIMARY KEY ("statement_id","topic_id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "und-x-icu" NOT NULL,
    "definition" TEXT NOT NULL,
    "unit" TEXT NOT NULL,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statistic" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "report_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "lower" DOUBLE PRECISION,
    "upper" DOUBLE PRECISION,
    "comparator" "Comparator" NOT NULL,
    "unit" TEXT NOT NULL,
    "nature" "StatisticNature" NOT NULL,
    "period_start" DATE,
    "period_end" DATE,
    "area_id" UUID,
    "given_by_actor_id" UUID,
    "given_by_organisation_id" UUID,
    "given_by_country_id" UUID,
    "event_id" UUID,
    "baseline_id" UUID,
    "part_of_id" UUID,

    CONSTRAINT "statistic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "und-x-icu" NOT NULL,
    "kind" "TopicKind" NOT NULL,
    "parent_id" UUID,
    "summary" TEXT,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "about_assessment_id_idx" ON "about"("assessment_id");

-- CreateIndex
CREATE INDEX "about_target_event_id_idx" ON "about"("target_event_id");

-- CreateIndex
CREATE INDEX "about_target_agreement_id_idx" ON "about"("target_agreement_id");

-- CreateIndex
CREATE INDEX "about_target_statistic_id_idx" ON "about"("target_statistic_id");

-- CreateIndex
CREATE INDEX "about_target_statement_id_idx" ON "about"("target_statement_id");

-- CreateIndex
CREATE INDEX "about_target_actor_id_idx" ON "about"("target_actor_id");

-- CreateIndex
CREATE INDEX "about_target_organisation_id_idx" ON "about"("target_organisation_id");

-- CreateIndex
CREATE INDEX "about_target_country_id_idx" ON "about"("target_country_id");

-- CreateIndex
CREATE UNIQUE INDEX "about_once" ON "about"("statement_id", "assessment_id", "target_event_id", "target_agreement_id", "target_statistic_id", "target_statement_id", "target_actor_id", "target_organisation_id", "target_country_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "actor_slug_key" ON "actor"("slug");

-- CreateIndex
CREATE INDEX "actor_country_id_idx" ON "actor"("country_id");

-- CreateIndex
CREATE INDEX "actor_name_slug_idx" ON "actor"("name", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_slug_key" ON "agreement"("slug");

-- CreateIndex
CREATE INDEX "agreement_signed_on_slug_idx" ON "agreement"("signed_on", "slug");

-- CreateIndex
CREATE INDEX "agreement_party_organisation_id_idx" ON "agreement_party"("organisation_id");

-- CreateIndex
CREATE INDEX "agreement_party_country_id_idx" ON "agreement_party"("country_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_party_once" ON "agreement_party"("agreement_id", "organisation_id", "country_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "agreement_signatory_actor_id_idx" ON "agreement_signatory"("actor_id");

-- CreateIndex
CREATE INDEX "agreement_event_event_id_idx" ON "agreement_event"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_slug_key" ON "assessment"("slug");

-- CreateIndex
CREATE INDEX "assessment_ordinal_slug_idx" ON "assessment"("ordinal", "slug");

-- CreateIndex
CREATE INDEX "assessment_report_id_ordinal_idx" ON "assessment"("report_id", "ordinal");

-- CreateIndex
CREATE INDEX "citation_event_id_idx" ON "citation"("event_id");

-- CreateIndex
CREATE INDEX "citation_participation_id_idx" ON "citation"("participation_id");

-- CreateIndex
CREATE INDEX "citation_tenure_id_idx" ON "citation"("tenure_id");

-- CreateIndex
CREATE INDEX "citation_agreement_id_idx" ON "citation"("agreement_id");

-- CreateIndex
CREATE INDEX "citation_statistic_id_idx" ON "citation"("statistic_id");

-- CreateIndex
CREATE INDEX "citation_statement_id_idx" ON "citation"("statement_id");

-- CreateIndex
CREATE INDEX "citation_assessment_id_idx" ON "citation"("assessment_id");

-- CreateIndex
CREATE UNIQUE INDEX "citation_once" ON "citation"("passage_id", "event_id", "participation_id", "tenure_id", "agreement_id", "statistic_id", "statement_id", "assessment_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "country_code_key" ON "country"("code");

-- CreateIndex
CREATE UNIQUE INDEX "event_slug_key" ON "event"("slug");

-- CreateIndex
CREATE INDEX "event_start_date_slug_idx" ON "event"("start_date", "slug");

-- CreateIndex
CREATE INDEX "event_newest_first" ON "event"("start_date" DESC NULLS LAST, "slug");

-- CreateIndex
CREATE INDEX "event_kind_start_date_slug_idx" ON "event"("kind", "start_date", "slug");

-- CreateIndex
CREATE INDEX "event_place_id_idx" ON "event"("place_id");

-- CreateIndex
CREATE INDEX "event_parent_id_idx" ON "event"("parent_id");

-- CreateIndex
CREATE INDEX "event_place_place_id_idx" ON "event_place"("place_id");

-- CreateIndex
CREATE INDEX "event_topic_topic_id_idx" ON "event_topic"("topic_id");

-- CreateIndex
CREATE INDEX "name_actor_id_idx" ON "name"("actor_id");

-- CreateIndex
CREATE INDEX "name_organisation_id_idx" ON "name"("organisation_id");

-- CreateIndex
CREATE INDEX "name_tenure_id_idx" ON "name"("tenure_id");

-- CreateIndex
CREATE INDEX "name_event_id_idx" ON "name"("event_id");

-- CreateIndex
CREATE INDEX "name_agreement_id_idx" ON "name"("agreement_id");

-- CreateIndex
CREATE UNIQUE INDEX "office_slug_key" ON "office"("slug");

-- CreateIndex
CREATE INDEX "office_organisation_id_idx" ON "office"("organisation_id");

-- CreateIndex
CREATE INDEX "tenure_office_id_idx" ON "tenure"("office_id");

-- CreateIndex
CREATE UNIQUE INDEX "tenure_once" ON "tenure"("actor_id", "office_id", "from") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE INDEX "organisation_country_id_idx" ON "organisation"("country_id");

-- CreateIndex
CREATE INDEX "organisation_parent_id_idx" ON "organisation"("parent_id");

-- CreateIndex
CREATE INDEX "organisation_name_slug_idx" ON "organisation"("name", "slug");

-- CreateIndex
CREATE INDEX "participation_actor_id_event_id_idx" ON "participation"("actor_id", "event_id");

-- CreateIndex
CREATE INDEX "participation_organisation_id_event_id_idx" ON "participation"("organisation_id", "event_id");

-- CreateIndex
CREATE INDEX "participation_country_id_event_id_idx" ON "participation"("country_id", "event_id");

-- CreateIndex
CREATE INDEX "participation_on_behalf_of_id_idx" ON "participation"("on_behalf_of_id");

-- CreateIndex
CREATE UNIQUE INDEX "participation_once" ON "participation"("event_id", "actor_id", "organisation_id", "country_id", "role") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "place_slug_key" ON "place"("slug");

-- CreateIndex
CREATE INDEX "place_country_id_idx" ON "place"("country_id");

-- CreateIndex
CREATE INDEX "place_within_id_idx" ON "place"("within_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_slug_key" ON "report"("slug");

-- CreateIndex
CREATE INDEX "report_series_id_idx" ON "report"("series_id");

-- CreateIndex
CREATE INDEX "report_period_start_slug_idx" ON "report"("period_start", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "section_report_id_ordinal_key" ON "section"("report_id", "ordinal");

-- CreateIndex
CREATE INDEX "passage_section_id_ordinal_idx" ON "passage"("section_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "passage_report_id_number_key" ON "passage"("report_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "passage_report_id_ordinal_key" ON "passage"("report_id", "ordinal");

-- CreateIndex
CREATE INDEX "passage_country_country_id_idx" ON "passage_country"("country_id");

-- CreateIndex
CREATE INDEX "passage_topic_topic_id_idx" ON "passage_topic"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "series_slug_key" ON "series"("slug");

-- CreateIndex
CREATE INDEX "series_publisher_id_idx" ON "series"("publisher_id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_slug_key" ON "statement"("slug");

-- CreateIndex
CREATE INDEX "statement_ordinal_slug_idx" ON "statement"("ordinal", "slug");

-- CreateIndex
CREATE INDEX "statement_report_id_ordinal_idx" ON "statement"("report_id", "ordinal");

-- CreateIndex
CREATE INDEX "statement_speaker_actor_id_idx" ON "statement"("speaker_actor_id");

-- CreateIndex
CREATE INDEX "statement_speaker_organisation_id_idx" ON "statement"("speaker_organisation_id");

-- CreateIndex
CREATE INDEX "statement_speaker_country_id_idx" ON "statement"("speaker_country_id");

-- CreateIndex
CREATE INDEX "statement_event_id_idx" ON "statement"("event_id");

-- CreateIndex
CREATE INDEX "statement_topic_topic_id_idx" ON "statement_topic"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_slug_key" ON "indicator"("slug");

-- CreateIndex
CREATE INDEX "indicator_name_slug_idx" ON "indicator"("name", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "statistic_slug_key" ON "statistic"("slug");

-- CreateIndex
CREATE INDEX "statistic_ordinal_slug_idx" ON "statistic"("ordinal", "slug");

-- CreateIndex
CREATE INDEX "statistic_report_id_ordinal_idx" ON "statistic"("report_id", "ordinal");

-- CreateIndex
CREATE INDEX "statistic_indicator_id_idx" ON "statistic"("indicator_id");

-- CreateIndex
CREATE INDEX "statistic_period_start_slug_idx" ON "statistic"("period_start", "slug");

-- CreateIndex
CREATE INDEX "statistic_area_id_idx" ON "statistic"("area_id");

-- CreateIndex
CREATE INDEX "statistic_given_by_actor_id_idx" ON "statistic"("given_by_actor_id");

-- CreateIndex
CREATE INDEX "statistic_given_by_organisation_id_idx" ON "statistic"("given_by_organisation_id");

-- CreateIndex
CREATE INDEX "statistic_given_by_country_id_idx" ON "statistic"("given_by_country_id");

-- CreateIndex
CREATE INDEX "statistic_event_id_idx" ON "statistic"("event_id");

-- CreateIndex
CREATE INDEX "statistic_baseline_id_idx" ON "statistic"("baseline_id");

-- CreateIndex
CREATE INDEX "statistic_part_of_id_idx" ON "statistic"("part_of_id");

-- CreateIndex
CREATE UNIQUE INDEX "topic_slug_key" ON "topic"("slug");

-- CreateIndex
CREATE INDEX "topic_parent_id_idx" ON "topic"("parent_id");

-- AddForeignKey
ALTER TABLE "about" ADD CONSTRAINT "about_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "about" ADD CONSTRAINT "about_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "about" ADD CONSTRAINT "about_target_event_id_fkey" FOREIGN KEY ("target_event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "about" ADD CONSTRAINT "about_target_agreement_id_fkey" FOREIGN KEY ("target_agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "about" ADD CONSTRAINT "about_target_statistic_id_fkey" FOREIGN KEY ("target_statistic_id") REFERENCES "statistic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "about" ADD CONSTRAINT "about_target_statement_id_fkey" FOREIGN KEY ("target_statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "about" ADD CONSTRAINT "about_target_actor_id_fkey" FOREIGN KEY ("target_actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "about" ADD CONSTRAINT "about_target_organisation_id_fkey" FOREIGN KEY ("target_organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "about" ADD CONSTRAINT "about_target_country_id_fkey" FOREIGN KEY ("target_country_id") REFERENCES "country"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actor" ADD CONSTRAINT "actor_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "country"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "country"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_signatory" ADD CONSTRAINT "agreement_signatory_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_signatory" ADD CONSTRAINT "agreement_signatory_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_event" ADD CONSTRAINT "agreement_event_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_event" ADD CONSTRAINT "agreement_event_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_passage_id_fkey" FOREIGN KEY ("passage_id") REFERENCES "passage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_participation_id_fkey" FOREIGN KEY ("participation_id") REFERENCES "participation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_tenure_id_fkey" FOREIGN KEY ("tenure_id") REFERENCES "tenure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_statistic_id_fkey" FOREIGN KEY ("statistic_id") REFERENCES "statistic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_place" ADD CONSTRAINT "event_place_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_place" ADD CONSTRAINT "event_place_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_topic" ADD CONSTRAINT "event_topic_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_topic" ADD CONSTRAINT "event_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "name" ADD CONSTRAINT "name_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "name" ADD CONSTRAINT "name_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "name" ADD CONSTRAINT "name_tenure_id_fkey" FOREIGN KEY ("tenure_id") REFERENCES "tenure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "name" ADD CONSTRAINT "name_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "name" ADD CONSTRAINT "name_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office" ADD CONSTRAINT "office_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenure" ADD CONSTRAINT "tenure_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenure" ADD CONSTRAINT "tenure_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "country"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "country"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_on_behalf_of_id_fkey" FOREIGN KEY ("on_behalf_of_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "country"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_within_id_fkey" FOREIGN KEY ("within_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section" ADD CONSTRAINT "section_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage" ADD CONSTRAINT "passage_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage" ADD CONSTRAINT "passage_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage_country" ADD CONSTRAINT "passage_country_passage_id_fkey" FOREIGN KEY ("passage_id") REFERENCES "passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage_country" ADD CONSTRAINT "passage_country_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "country"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage_topic" ADD CONSTRAINT "passage_topic_passage_id_fkey" FOREIGN KEY ("passage_id") REFERENCES "passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage_topic" ADD CONSTRAINT "passage_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seed_row" ADD CONSTRAINT "seed_row_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series" ADD CONSTRAINT "series_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_speaker_actor_id_fkey" FOREIGN KEY ("speaker_actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_speaker_organisation_id_fkey" FOREIGN KEY ("speaker_organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_speaker_country_id_fkey" FOREIGN KEY ("speaker_country_id") REFERENCES "country"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_topic" ADD CONSTRAINT "statement_topic_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_topic" ADD CONSTRAINT "statement_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statistic" ADD CONSTRAINT "statistic_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statistic" ADD CONSTRAINT "statistic_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statistic" ADD CONSTRAINT "statistic_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "country"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statistic" ADD CONSTRAINT "statistic_given_by_actor_id_fkey" FOREIGN KEY ("given_by_actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statistic" ADD CONSTRAINT "statistic_given_by_organisation_id_fkey" FOREIGN KEY ("given_by_organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statistic" ADD CONSTRAINT "statistic_given_by_country_id_fkey" FOREIGN KEY ("given_by_country_id") REFERENCES "country"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statistic" ADD CONSTRAINT "statistic_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statistic" ADD CONSTRAINT "statistic_baseline_id_fkey" FOREIGN KEY ("baseline_id") REFERENCES "statistic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statistic" ADD CONSTRAINT "statistic_part_of_id_fkey" FOREIGN KEY ("part_of_id") REFERENCES "statistic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's models cannot say follows, written by hand.
-- Names above sort by the ICU root collation and slugs by bytes, so that every PostgreSQL puts them in the same order.

-- Exactly one of several
ALTER TABLE "about" ADD CONSTRAINT "about_one_subject" CHECK (num_nonnulls("statement_id", "assessment_id") = 1);
ALTER TABLE "about" ADD CONSTRAINT "about_one_target" CHECK (num_nonnulls("target_event_id", "target_agreement_id", "target_statistic_id", "target_statement_id", "target_actor_id", "target_organisation_id", "target_country_id") = 1);
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_one_party" CHECK (num_nonnulls("organisation_id", "country_id") = 1);
ALTER TABLE "citation" ADD CONSTRAINT "citation_one_subject" CHECK (num_nonnulls("event_id", "participation_id", "tenure_id", "agreement_id", "statistic_id", "statement_id", "assessment_id") = 1);
ALTER TABLE "name" ADD CONSTRAINT "name_one_owner" CHECK (num_nonnulls("actor_id", "organisation_id", "tenure_id", "event_id", "agreement_id") = 1);
ALTER TABLE "participation" ADD CONSTRAINT "participation_one_participant" CHECK (num_nonnulls("actor_id", "organisation_id", "country_id") = 1);

-- At most one of several: the source may name nobody
ALTER TABLE "statement" ADD CONSTRAINT "statement_one_speaker" CHECK (num_nonnulls("speaker_actor_id", "speaker_organisation_id", "speaker_country_id") <= 1);
ALTER TABLE "statistic" ADD CONSTRAINT "statistic_one_giver" CHECK (num_nonnulls("given_by_actor_id", "given_by_organisation_id", "given_by_country_id") <= 1);
CREATE UNIQUE INDEX "agreement_party_one_proposer" ON "agreement_party"("agreement_id") WHERE "proposer";

-- Intervals do not run backwards. A comparison with NULL is NULL, and a CHECK lets NULL pass: an unknown bound is no fault
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_validity_forwards" CHECK ("valid_from" <= "valid_to");
ALTER TABLE "event" ADD CONSTRAINT "event_dates_forwards" CHECK ("end_date" IS NULL OR ("start_date" IS NOT NULL AND "start_date" <= "end_date"));
ALTER TABLE "event" ADD CONSTRAINT "event_bounds_forwards" CHECK ("not_before" <= "not_after");
ALTER TABLE "report" ADD CONSTRAINT "report_period_forwards" CHECK ("period_start" <= "period_end");
ALTER TABLE "statistic" ADD CONSTRAINT "statistic_period_forwards" CHECK ("period_start" <= "period_end");
ALTER TABLE "tenure" ADD CONSTRAINT "tenure_forwards" CHECK ("from" <= "to");
ALTER TABLE "topic" ADD CONSTRAINT "topic_validity_forwards" CHECK ("valid_from" <= "valid_to");
ALTER TABLE "statistic" ADD CONSTRAINT "statistic_value_within_bounds" CHECK ("lower" <= "value" AND "value" <= "upper" AND "lower" <= "upper");

-- What is said of the dates goes with the dates
ALTER TABLE "event" ADD CONSTRAINT "event_precision_with_date" CHECK (("date_precision" = 'UNKNOWN') = ("start_date" IS NULL));
ALTER TABLE "event" ADD CONSTRAINT "event_basis_with_date" CHECK (("date_basis" IS NULL) = ("start_date" IS NULL));

-- Formats
ALTER TABLE "actor" ADD CONSTRAINT "actor_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "event" ADD CONSTRAINT "event_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "office" ADD CONSTRAINT "office_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "place" ADD CONSTRAINT "place_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "report" ADD CONSTRAINT "report_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "series" ADD CONSTRAINT "series_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "statement" ADD CONSTRAINT "statement_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "statistic" ADD CONSTRAINT "statistic_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "topic" ADD CONSTRAINT "topic_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "country" ADD CONSTRAINT "country_code_format" CHECK ("code" ~ '^[A-Z]{2}$');
ALTER TABLE "passage" ADD CONSTRAINT "passage_number_format" CHECK ("number" ~ CASE "kind" WHEN 'BULLET' THEN '^[1-9][0-9]*\.[1-9][0-9]*$' ELSE '^[1-9][0-9]*$' END);
ALTER TABLE "place" ADD CONSTRAINT "place_latitude_range" CHECK ("latitude" BETWEEN -90 AND 90);
ALTER TABLE "place" ADD CONSTRAINT "place_longitude_range" CHECK ("longitude" BETWEEN -180 AND 180);
