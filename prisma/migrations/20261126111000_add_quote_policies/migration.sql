-- CreateEnum
CREATE TYPE "QuotePolicy" AS ENUM ('NONE', 'FULL');

-- AlterTable
ALTER TABLE "series" ADD COLUMN "quote_policy" "QuotePolicy" NOT NULL DEFAULT 'NONE';

-- Published wording that may not be quoted is not in the index either: nobody finds a passage by words that they may not
-- read. Of a passage only the wording has the weight D. Triggers fire by name, so this one comes after search_index.
CREATE FUNCTION search_withhold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.text IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.report r JOIN public.series s ON s.id = r.series_id WHERE r.id = NEW.report_id AND s.quote_policy = 'FULL'
  ) THEN
    NEW.search_document := ts_filter(NEW.search_document, '{a,b,c}');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "search_withhold" BEFORE INSERT OR UPDATE ON "passage" FOR EACH ROW EXECUTE FUNCTION search_withhold();

-- Passages with wording are indexed anew when another policy comes to hold for them.
CREATE FUNCTION search_touch_wording() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'series' THEN
    UPDATE public.passage p SET search_text = '' FROM public.report r
    WHERE p.report_id = r.id AND r.series_id = NEW.id AND p.text IS NOT NULL;
  ELSE
    UPDATE public.passage p SET search_text = '' WHERE p.report_id = NEW.id AND p.text IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "search_touch_wording" AFTER UPDATE OF "quote_policy" ON "series" FOR EACH ROW
  WHEN (OLD."quote_policy" <> NEW."quote_policy") EXECUTE FUNCTION search_touch_wording();
CREATE TRIGGER "search_touch_wording" AFTER UPDATE OF "series_id" ON "report" FOR EACH ROW
  WHEN (OLD."series_id" <> NEW."series_id") EXECUTE FUNCTION search_touch_wording();

-- The wording that is there already.
UPDATE "passage" SET "search_text" = '' WHERE "text" IS NOT NULL;
