-- Columns that several tables share: "number" counts the rows of a kind and is
-- what the commands call e12, s3, m4, c5, w6, a7; "article" is article.id;
-- "sentence" is sentence.n of that article; from_byte and to_byte are half-open
-- offsets into article.text; columns that begin with actor_ or recipient_ run in
-- parallel to actors and recipients; where they are text, "; " stands between.

CREATE TABLE article (
    id        VARCHAR NOT NULL,
    title     VARCHAR,
    outlet    VARCHAR,
    byline    VARCHAR[],
    published VARCHAR,
    day       DATE,
    language  VARCHAR,
    url       VARCHAR,
    text      VARCHAR NOT NULL,
    content   UBIGINT NOT NULL,
    source    VARCHAR NOT NULL
);
COMMENT ON TABLE article IS 'One text that was read and coded.';
COMMENT ON COLUMN article.id IS 'from the input, or a hash of title, time and body';
COMMENT ON COLUMN article.published IS 'RFC 3339, as exactly as the page tells it';
COMMENT ON COLUMN article.day IS 'day of publication, in the zone of the page';
COMMENT ON COLUMN article.text IS 'title, blank line, body';
COMMENT ON COLUMN article.content IS 'hash of title, time and text: a second article with this id is told from a repetition by it';
COMMENT ON COLUMN article.source IS 'the file it came from';

CREATE TABLE about (
    article  VARCHAR NOT NULL,
    country  VARCHAR NOT NULL,
    weight   DOUBLE NOT NULL,
    mentions INTEGER NOT NULL
);
COMMENT ON TABLE about IS 'The states that an article is about.';
COMMENT ON COLUMN about.weight IS 'how certain that is, 0 to 1';

CREATE TABLE sentence (
    article   VARCHAR NOT NULL,
    n         INTEGER NOT NULL,
    from_byte INTEGER NOT NULL,
    to_byte   INTEGER NOT NULL,
    text      VARCHAR NOT NULL
);
COMMENT ON TABLE sentence IS 'The sentences of an article, numbered from 0.';

CREATE TABLE event (
    number              BIGINT NOT NULL,
    origin              VARCHAR NOT NULL,
    origin_id           VARCHAR,
    type                VARCHAR,
    mode                VARCHAR,
    contexts            VARCHAR[],
    aux                 VARCHAR NOT NULL,
    cameo               VARCHAR,
    quad                TINYINT,
    score               DOUBLE,
    goldstein           DOUBLE,
    actors              VARCHAR[],
    actor_countries     VARCHAR[],
    actor_names         VARCHAR,
    actor_sectors       VARCHAR,
    recipients          VARCHAR[],
    recipient_countries VARCHAR[],
    recipient_names     VARCHAR,
    recipient_sectors   VARCHAR,
    first_day           DATE,
    last_day            DATE,
    date_text           VARCHAR,
    day                 DATE,
    place               VARCHAR,
    place_country       VARCHAR,
    outlets             INTEGER NOT NULL,
    articles            INTEGER NOT NULL,
    told                DATE,
    confidence          DOUBLE,
    text                VARCHAR,
    url                 VARCHAR,
    key                 UBIGINT NOT NULL
);
COMMENT ON TABLE event IS 'What happened, each happening once: those of our own articles merged from their reports, those of other data sets as they came.';
COMMENT ON COLUMN event.number IS 'the lowest number of its reports';
COMMENT ON COLUMN event.origin IS 'articles, or the data set it was imported from: gdelt, icews, polecat, phoenix, acled, tkg';
COMMENT ON COLUMN event.origin_id IS 'its id in that data set';
COMMENT ON COLUMN event.type IS 'PLOVER type; null for CAMEO 01 and 02, which count as contact only';
COMMENT ON COLUMN event.aux IS 'empty, historical, future, hypothetical, negation';
COMMENT ON COLUMN event.quad IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict';
COMMENT ON COLUMN event.score IS 'PLOVER score, -10 to +10; null without a type';
COMMENT ON COLUMN event.actors IS 'ids: alpha-3 of a state, UNO, EUR, else kind and slug';
COMMENT ON COLUMN event.actor_sectors IS 'the sectors of each actor; of one actor, joined by commas';
COMMENT ON COLUMN event.first_day IS 'when it happened, first day';
COMMENT ON COLUMN event.last_day IS 'when it happened, last day, included';
COMMENT ON COLUMN event.day IS 'the day on which it counts in a series; null where it does not count: told as background, coming, conditional or denied, undated, or dated too vaguely';
COMMENT ON COLUMN event.outlets IS 'how many outlets told it; 0 unknown';
COMMENT ON COLUMN event.articles IS 'how many articles told it; 0 unknown';
COMMENT ON COLUMN event.told IS 'the first day on which it was told';
COMMENT ON COLUMN event.text IS 'the sentence that proves it best';
COMMENT ON COLUMN event.key IS 'hash: of what a report must agree in to be merged, or of origin and id';

CREATE TABLE report (
    number       BIGINT NOT NULL,
    event        BIGINT NOT NULL,
    article      VARCHAR NOT NULL,
    local_id     VARCHAR NOT NULL,
    key          UBIGINT NOT NULL,
    type         VARCHAR NOT NULL,
    mode         VARCHAR,
    contexts     VARCHAR[],
    aux          VARCHAR NOT NULL,
    cameo        VARCHAR,
    quad         TINYINT NOT NULL,
    score        DOUBLE NOT NULL,
    goldstein    DOUBLE,
    first_day    DATE,
    last_day     DATE,
    date_text    VARCHAR,
    place        VARCHAR,
    place_country VARCHAR,
    sentence     INTEGER NOT NULL,
    from_byte    INTEGER NOT NULL,
    to_byte      INTEGER NOT NULL,
    evidence     INTEGER[],
    rule         VARCHAR NOT NULL,
    confidence   DOUBLE NOT NULL
);
COMMENT ON TABLE report IS 'An event as one article tells it.';
COMMENT ON COLUMN report.event IS 'event.number of the happening that it tells';
COMMENT ON COLUMN report.local_id IS 'its id within the article, as entente explain takes it';
COMMENT ON COLUMN report.from_byte IS 'the trigger';
COMMENT ON COLUMN report.evidence IS 'every place that tells it: sentence, from_byte, to_byte, one after the other';
COMMENT ON COLUMN report.rule IS 'file and line of the lexicon entry, or the rule of the coder';

CREATE TABLE participant (
    finding   VARCHAR NOT NULL,
    number    BIGINT NOT NULL,
    role      VARCHAR NOT NULL,
    ordinal   INTEGER NOT NULL,
    id        VARCHAR NOT NULL,
    country   VARCHAR,
    sectors   VARCHAR[],
    name      VARCHAR NOT NULL,
    person    VARCHAR,
    office    VARCHAR,
    from_byte INTEGER NOT NULL,
    to_byte   INTEGER NOT NULL
);
COMMENT ON TABLE participant IS 'Who takes part in a report, makes a statement, is watched or assesses.';
COMMENT ON COLUMN participant.finding IS 'the table that number counts in: report, statement, watch, assessment';
COMMENT ON COLUMN participant.role IS 'actor, recipient, speaker';
COMMENT ON COLUMN participant.ordinal IS 'its place among those of the role, from 0';

CREATE TABLE statement (
    number    BIGINT NOT NULL,
    article   VARCHAR NOT NULL,
    text      VARCHAR NOT NULL,
    direct    BOOLEAN NOT NULL,
    cue_from  INTEGER,
    cue_to    INTEGER,
    from_byte INTEGER NOT NULL,
    to_byte   INTEGER NOT NULL,
    about     VARCHAR[],
    contexts  VARCHAR[],
    stance    DOUBLE NOT NULL,
    first_day DATE,
    last_day  DATE,
    date_text VARCHAR,
    sentence  INTEGER NOT NULL
);
COMMENT ON TABLE statement IS 'Who said what about which tie.';
COMMENT ON COLUMN statement.direct IS 'quoted word for word, or reported';
COMMENT ON COLUMN statement.stance IS '-1 hostile to 1 warm';

CREATE TABLE mechanism (
    number    BIGINT NOT NULL,
    article   VARCHAR NOT NULL,
    local_id  VARCHAR NOT NULL,
    name      VARCHAR NOT NULL,
    kind      VARCHAR NOT NULL,
    level     VARCHAR,
    parties   VARCHAR[],
    status    VARCHAR NOT NULL,
    gap_years DOUBLE,
    cadence   VARCHAR,
    place     VARCHAR,
    first_day DATE,
    last_day  DATE,
    date_text VARCHAR,
    sentence  INTEGER NOT NULL
);
COMMENT ON TABLE mechanism IS 'A dialogue and its state, as one article tells it.';
COMMENT ON COLUMN mechanism.status IS 'held, resumed, suspended, planned, proposed, cancelled';

CREATE TABLE condition (
    number     BIGINT NOT NULL,
    article    VARCHAR NOT NULL,
    parties    VARCHAR[],
    connective VARCHAR NOT NULL,
    action     VARCHAR NOT NULL,
    outcome    VARCHAR NOT NULL,
    sentence   INTEGER NOT NULL
);
COMMENT ON TABLE condition IS 'Who must do what, for which outcome.';
COMMENT ON COLUMN condition.parties IS 'who must act';

CREATE TABLE watch (
    number    BIGINT NOT NULL,
    article   VARCHAR NOT NULL,
    what      VARCHAR NOT NULL,
    gauge_of  VARCHAR[],
    first_day DATE,
    last_day  DATE,
    date_text VARCHAR,
    sentence  INTEGER NOT NULL
);
COMMENT ON TABLE watch IS 'What is coming and the tie that it tells something about.';

CREATE TABLE assessment (
    number    BIGINT NOT NULL,
    article   VARCHAR NOT NULL,
    parties   VARCHAR[],
    level     VARCHAR,
    direction VARCHAR,
    context   VARCHAR,
    sentence  INTEGER NOT NULL
);
COMMENT ON TABLE assessment IS 'What a text itself says of a tie.';

CREATE TABLE dyad_event (
    a      VARCHAR NOT NULL,
    b      VARCHAR NOT NULL,
    event  BIGINT NOT NULL,
    day    DATE,
    origin VARCHAR NOT NULL,
    quad   TINYINT,
    score  DOUBLE,
    tracks UTINYINT NOT NULL
);
COMMENT ON TABLE dyad_event IS 'The pairs of countries that an event joins.';
COMMENT ON COLUMN dyad_event.a IS 'alpha-3, before b in the alphabet';
COMMENT ON COLUMN dyad_event.day IS 'as event.day';
COMMENT ON COLUMN dyad_event.tracks IS 'one bit for each track: 1 security, 2 politics, 4 economy, 8 history, 16 territory, 32 people, 64 rights';

CREATE TABLE dyad_day (
    a            VARCHAR NOT NULL,
    b            VARCHAR NOT NULL,
    day          DATE NOT NULL,
    origin       VARCHAR NOT NULL,
    track        VARCHAR NOT NULL,
    events       INTEGER NOT NULL,
    scored       INTEGER NOT NULL,
    score        DOUBLE NOT NULL,
    squares      DOUBLE NOT NULL,
    conflict     INTEGER NOT NULL,
    conflict_score DOUBLE NOT NULL
);
COMMENT ON TABLE dyad_day IS 'Sums over dyad_event, kept up to date on writing. Several rows may tell one day: add them up.';
COMMENT ON COLUMN dyad_day.track IS 'empty for all events, else the track';
COMMENT ON COLUMN dyad_day.events IS 'all events';
COMMENT ON COLUMN dyad_day.scored IS 'events with a score';
COMMENT ON COLUMN dyad_day.score IS 'sum of the scores';
COMMENT ON COLUMN dyad_day.squares IS 'sum of their squares';
COMMENT ON COLUMN dyad_day.conflict IS 'events of quad 3 and 4';
COMMENT ON COLUMN dyad_day.conflict_score IS 'sum of the scores of these';
