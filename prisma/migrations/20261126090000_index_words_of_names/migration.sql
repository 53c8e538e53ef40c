-- A letter wrong may leave little of a short name's key: "Aliyv" and "Kaaeu" are three letters. So words are likened as well.
CREATE INDEX "search_word_word_trigrams" ON "search_word" USING GIN ("word" gin_trgm_ops);
