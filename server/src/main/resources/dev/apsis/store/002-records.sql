-- The best round of each mode that one of the people flew, and who holds it.

CREATE TABLE IF NOT EXISTS records (
    mode VARCHAR(16) PRIMARY KEY,
    player VARCHAR(160) NOT NULL,
    name VARCHAR(64) NOT NULL,
    account BIGINT,
    score INTEGER NOT NULL,
    round_id VARCHAR(64) NOT NULL,
    since TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

-- Of what was flown before: who had the best score first holds it.
INSERT INTO records (mode, player, name, account, score, round_id, since)
SELECT b.mode, b.player, b.name, b.account, b.score, b.round_id, b.ended
FROM (
    SELECT d.mode, t.player, t.name, t.account, t.score, t.round_id, t.ended,
        ROW_NUMBER() OVER (
            PARTITION BY d.mode ORDER BY t.score DESC, t.ended, t.round_id, t.place
        ) AS nth
    FROM results t JOIN rounds d ON d.id = t.round_id
    WHERE t.kind = 'person' AND t.score > 0
) b
WHERE b.nth = 1 AND NOT EXISTS (SELECT 1 FROM records r WHERE r.mode = b.mode);
