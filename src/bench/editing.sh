#!/usr/bin/env bash
# How long saving and publishing take: an ordinary article, directives of 100, 1,000 and 9,000 sections, one word of them changed,
# their title changed, and a document that 100,000 citations wait for; beside PostgreSQL storing the same sections in one
# statement, in one run. Needs python3 and PostgreSQL (Debian's packages), and the packaged application:
#
#   mvn package -Dmaven.test.skip && src/bench/editing.sh
#
# Takes about three minutes. Everything is on the loopback address and in a temporary directory, which is removed.
set -euo pipefail

. "$(dirname "$0")/own-postgres.sh"
KEY=key-of-the-benchmark-0123456789

start_postgres
start_loa -Dloa.admin-key="$KEY"
sql -v articles=1000 -f "$HERE/articles.sql"
sql <<'SQL'
insert into citing_place (document_key, published_at, article_id, section_id, place, type_key, bytes)
select '7/2030/NĐ-CP', now() - n * interval '1 minute', gen_random_uuid(), n, 0, 'nghị định', 300 from generate_series(1, 100000) n;
vacuum analyze;
SQL

python3 "$HERE/editing.py" "$PORT" "$KEY" || { tail -20 "$DIR/loa.log"; exit 1; }
sql <<'SQL'
create table stored (article_id uuid, eid text, paragraphs json, primary key (article_id, eid));
\timing on
insert into stored select s.article_id, s.eid, s.paragraphs from section s
where s.id = any (array(select unnest(section_ids) from (
    select section_ids from revision where number is not null order by cardinality(section_ids) desc limit 1) largest));
SQL
if grep -n ERROR "$DIR/loa.log"; then exit 1; fi
