-- Rows that wait in a pending list make the planner read the whole table until the next vacuum: after a large import
-- that is just when the goods are looked for.
alter index shelf_search_words set (fastupdate = off);
alter index shelf_word_near set (fastupdate = off);
select gin_clean_pending_list('shelf_search_words'), gin_clean_pending_list('shelf_word_near');
