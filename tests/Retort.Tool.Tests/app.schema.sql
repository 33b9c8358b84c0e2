CREATE TABLE retort_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT pk_retort_version PRIMARY KEY (version_num)
);
CREATE TABLE retort_history (
    id INTEGER NOT NULL,
    revision VARCHAR(32) NOT NULL,
    direction VARCHAR(9) NOT NULL,
    who TEXT NOT NULL,
    started_at TEXT NOT NULL,
    milliseconds BIGINT NOT NULL,
    tool_version TEXT NOT NULL,
    content_hash VARCHAR(64) NOT NULL,
    outcome TEXT NOT NULL,
    CONSTRAINT pk_retort_history PRIMARY KEY (id AUTOINCREMENT)
);
CREATE TABLE sqlite_sequence(name,seq);
CREATE TABLE hero (
    id TEXT NOT NULL,
    name VARCHAR(80) NOT NULL,
    secret_name TEXT NOT NULL,
    age INTEGER,
    powers TEXT,
    attributes_data TEXT,
    CONSTRAINT pk_hero PRIMARY KEY (id)
);
CREATE INDEX ix_hero_name ON hero (name);
CREATE INDEX ix_hero_age ON hero (age);
