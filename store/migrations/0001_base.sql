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
COMMENT ON COLUMN article.title IS 'headline';
COMMENT ON COLUMN article.outlet IS 'newspaper, broadcaster or site';
COMMENT ON COLUMN article.byline IS 'authors';
COMMENT ON COLUMN article.published IS 'RFC 3339, as exactly as the page tells it';
COMMENT ON COLUMN article.day IS 'day of publication, in the zone of the page';
COMMENT ON COLUMN article.language IS 'ISO 639-1';
COMMENT ON COLUMN article.url IS 'where the page stands';
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
COMMENT ON COLUMN about.article IS 'article.id';
COMMENT ON COLUMN about.country IS 'alpha-3';
COMMENT ON COLUMN about.weight IS 'how certain that is, 0 to 1';
COMMENT ON COLUMN about.mentions IS 'how often title and body name it';

CREATE TABLE sentence (
    article   VARCHAR NOT NULL,
    n         INTEGER NOT NULL,
    from_byte INTEGER NOT NULL,
    to_byte   INTEGER NOT NULL,
    text      VARCHAR NOT NULL
);
COMMENT ON TABLE sentence IS 'The sentences of an article, numbered from 0.';
COMMENT ON COLUMN sentence.article IS 'article.id';
COMMENT ON COLUMN sentence.n IS 'number within the article, from 0; 0 is the title where there is one';
COMMENT ON COLUMN sentence.from_byte IS 'first byte in article.text';
COMMENT ON COLUMN sentence.to_byte IS 'byte after the last one';
COMMENT ON COLUMN sentence.text IS 'its words';

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
    best                BIGINT,
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
COMMENT ON COLUMN event.mode IS 'PLOVER mode of the type';
COMMENT ON COLUMN event.contexts IS 'PLOVER contexts';
COMMENT ON COLUMN event.aux IS 'empty, historical, future, hypothetical, negation';
COMMENT ON COLUMN event.cameo IS 'CAMEO code';
COMMENT ON COLUMN event.quad IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict';
COMMENT ON COLUMN event.score IS 'PLOVER score, -10 to +10; null without a type';
COMMENT ON COLUMN event.goldstein IS 'Goldstein value, -10 to +10';
COMMENT ON COLUMN event.actors IS 'ids: alpha-3 of a state, UNO, EUR, else kind and slug';
COMMENT ON COLUMN event.actor_countries IS 'country of each actor, or UNO, EUR; empty for none';
COMMENT ON COLUMN event.actor_names IS 'names of the actors';
COMMENT ON COLUMN event.actor_sectors IS 'the sectors of each actor; of one actor, joined by commas';
COMMENT ON COLUMN event.recipients IS 'ids';
COMMENT ON COLUMN event.recipient_countries IS 'country of each recipient';
COMMENT ON COLUMN event.recipient_names IS 'names of the recipients';
COMMENT ON COLUMN event.recipient_sectors IS 'sectors of each recipient';
COMMENT ON COLUMN event.first_day IS 'when it happened, first day';
COMMENT ON COLUMN event.last_day IS 'when it happened, last day, included';
COMMENT ON COLUMN event.date_text IS 'the words that tell when; empty where only tense and publication do';
COMMENT ON COLUMN event.day IS 'the day on which it counts in a series; null where it does not count: told as background, coming, conditional or denied, undated, or dated too vaguely';
COMMENT ON COLUMN event.place IS 'where';
COMMENT ON COLUMN event.place_country IS 'alpha-3 of the place';
COMMENT ON COLUMN event.best IS 'number of the report that tells it best; null where it was imported';
COMMENT ON COLUMN event.outlets IS 'how many outlets told it; 0 unknown';
COMMENT ON COLUMN event.articles IS 'how many articles told it; 0 unknown';
COMMENT ON COLUMN event.told IS 'the first day on which it was told';
COMMENT ON COLUMN event.confidence IS '0 to 1';
COMMENT ON COLUMN event.text IS 'the sentence that proves it best';
COMMENT ON COLUMN event.url IS 'an article that tells it';
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
COMMENT ON COLUMN report.number IS 'counts the rows of this kind; the number in e12, s3, m4, c5, w6, a7';
COMMENT ON COLUMN report.event IS 'event.number of the happening that it tells';
COMMENT ON COLUMN report.article IS 'article.id';
COMMENT ON COLUMN report.local_id IS 'its id within the article, as entente explain takes it';
COMMENT ON COLUMN report.key IS 'hash of what reports must agree in to be merged';
COMMENT ON COLUMN report.type IS 'PLOVER type';
COMMENT ON COLUMN report.mode IS 'PLOVER mode of the type';
COMMENT ON COLUMN report.contexts IS 'PLOVER contexts';
COMMENT ON COLUMN report.aux IS 'empty, historical, future, hypothetical, negation';
COMMENT ON COLUMN report.cameo IS 'CAMEO code';
COMMENT ON COLUMN report.quad IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict';
COMMENT ON COLUMN report.score IS 'PLOVER score, -10 to +10';
COMMENT ON COLUMN report.goldstein IS 'Goldstein value, -10 to +10';
COMMENT ON COLUMN report.first_day IS 'first day of when';
COMMENT ON COLUMN report.last_day IS 'last day of when, included';
COMMENT ON COLUMN report.date_text IS 'the words that tell when; empty where only tense and publication do';
COMMENT ON COLUMN report.place IS 'where';
COMMENT ON COLUMN report.place_country IS 'alpha-3 of the place';
COMMENT ON COLUMN report.sentence IS 'sentence.n of the article';
COMMENT ON COLUMN report.from_byte IS 'the trigger';
COMMENT ON COLUMN report.to_byte IS 'byte after the last one';
COMMENT ON COLUMN report.evidence IS 'every place that tells it: sentence, from_byte, to_byte, one after the other';
COMMENT ON COLUMN report.rule IS 'file and line of the lexicon entry, or the rule of the coder';
COMMENT ON COLUMN report.confidence IS '0 to 1';

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
COMMENT ON COLUMN participant.number IS 'counts the rows of this kind; the number in e12, s3, m4, c5, w6, a7';
COMMENT ON COLUMN participant.role IS 'actor, recipient, speaker';
COMMENT ON COLUMN participant.ordinal IS 'its place among those of the role, from 0';
COMMENT ON COLUMN participant.id IS 'alpha-3 of a state, UNO, EUR, else kind and slug';
COMMENT ON COLUMN participant.country IS 'alpha-3';
COMMENT ON COLUMN participant.sectors IS 'PLOVER sectors';
COMMENT ON COLUMN participant.name IS 'as shown to a reader';
COMMENT ON COLUMN participant.person IS 'full name';
COMMENT ON COLUMN participant.office IS 'office on the day';
COMMENT ON COLUMN participant.from_byte IS 'first byte in article.text';
COMMENT ON COLUMN participant.to_byte IS 'byte after the last one';

CREATE TABLE statement (
    number    BIGINT NOT NULL,
    article   VARCHAR NOT NULL,
    text      VARCHAR NOT NULL,
    direct    BOOLEAN NOT NULL,
    denied    BOOLEAN NOT NULL,
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
COMMENT ON COLUMN statement.number IS 'counts the rows of this kind; the number in e12, s3, m4, c5, w6, a7';
COMMENT ON COLUMN statement.article IS 'article.id';
COMMENT ON COLUMN statement.text IS 'the words, or the reported clause';
COMMENT ON COLUMN statement.denied IS 'what was said is that text is not so';
COMMENT ON COLUMN statement.direct IS 'quoted word for word, or reported';
COMMENT ON COLUMN statement.cue_from IS 'first byte of the words that tell that it was said';
COMMENT ON COLUMN statement.cue_to IS 'byte after the last one of these';
COMMENT ON COLUMN statement.from_byte IS 'first byte in article.text';
COMMENT ON COLUMN statement.to_byte IS 'byte after the last one';
COMMENT ON COLUMN statement.about IS 'alpha-3 of the sides of the tie it speaks of, sorted';
COMMENT ON COLUMN statement.contexts IS 'PLOVER contexts';
COMMENT ON COLUMN statement.stance IS '-1 hostile to 1 warm';
COMMENT ON COLUMN statement.first_day IS 'first day of when';
COMMENT ON COLUMN statement.last_day IS 'last day of when, included';
COMMENT ON COLUMN statement.date_text IS 'the words that tell when; empty where only tense and publication do';
COMMENT ON COLUMN statement.sentence IS 'sentence.n of the article';

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
COMMENT ON COLUMN mechanism.number IS 'counts the rows of this kind; the number in e12, s3, m4, c5, w6, a7';
COMMENT ON COLUMN mechanism.article IS 'article.id';
COMMENT ON COLUMN mechanism.local_id IS 'its id within the article';
COMMENT ON COLUMN mechanism.name IS 'what the article calls it';
COMMENT ON COLUMN mechanism.kind IS 'summit, talks, dialogue, meeting, exercise, …';
COMMENT ON COLUMN mechanism.level IS 'leader, minister, vice-minister, senior-official, working';
COMMENT ON COLUMN mechanism.parties IS 'alpha-3, sorted';
COMMENT ON COLUMN mechanism.status IS 'held, resumed, suspended, planned, proposed, cancelled';
COMMENT ON COLUMN mechanism.gap_years IS 'years since the meeting before, where told';
COMMENT ON COLUMN mechanism.cadence IS 'annual, biannual, quarterly, monthly, weekly';
COMMENT ON COLUMN mechanism.place IS 'where';
COMMENT ON COLUMN mechanism.first_day IS 'first day of when';
COMMENT ON COLUMN mechanism.last_day IS 'last day of when, included';
COMMENT ON COLUMN mechanism.date_text IS 'the words that tell when; empty where only tense and publication do';
COMMENT ON COLUMN mechanism.sentence IS 'sentence.n of the article';

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
COMMENT ON COLUMN condition.number IS 'counts the rows of this kind; the number in e12, s3, m4, c5, w6, a7';
COMMENT ON COLUMN condition.article IS 'article.id';
COMMENT ON COLUMN condition.parties IS 'who must act';
COMMENT ON COLUMN condition.connective IS 'unless, until, if, only after';
COMMENT ON COLUMN condition.action IS 'what must be done';
COMMENT ON COLUMN condition.outcome IS 'for what';
COMMENT ON COLUMN condition.sentence IS 'sentence.n of the article';

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
COMMENT ON COLUMN watch.number IS 'counts the rows of this kind; the number in e12, s3, m4, c5, w6, a7';
COMMENT ON COLUMN watch.article IS 'article.id';
COMMENT ON COLUMN watch.what IS 'what is coming';
COMMENT ON COLUMN watch.gauge_of IS 'alpha-3 of the tie it is taken to test';
COMMENT ON COLUMN watch.first_day IS 'first day of when';
COMMENT ON COLUMN watch.last_day IS 'last day of when, included';
COMMENT ON COLUMN watch.date_text IS 'the words that tell when; empty where only tense and publication do';
COMMENT ON COLUMN watch.sentence IS 'sentence.n of the article';

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
COMMENT ON COLUMN assessment.number IS 'counts the rows of this kind; the number in e12, s3, m4, c5, w6, a7';
COMMENT ON COLUMN assessment.article IS 'article.id';
COMMENT ON COLUMN assessment.parties IS 'alpha-3, sorted';
COMMENT ON COLUMN assessment.level IS 'warm, normal, strained, hostile';
COMMENT ON COLUMN assessment.direction IS 'improving, stable, worsening, fragile';
COMMENT ON COLUMN assessment.context IS 'the context it speaks of';
COMMENT ON COLUMN assessment.sentence IS 'sentence.n of the article';

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
COMMENT ON COLUMN dyad_event.b IS 'the other';
COMMENT ON COLUMN dyad_event.event IS 'event.number';
COMMENT ON COLUMN dyad_event.day IS 'as event.day';
COMMENT ON COLUMN dyad_event.origin IS 'articles, or the data set it was imported from';
COMMENT ON COLUMN dyad_event.quad IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict';
COMMENT ON COLUMN dyad_event.score IS 'PLOVER score, -10 to +10';
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
COMMENT ON COLUMN dyad_day.a IS 'as in dyad_event';
COMMENT ON COLUMN dyad_day.b IS 'the other';
COMMENT ON COLUMN dyad_day.day IS 'day';
COMMENT ON COLUMN dyad_day.origin IS 'articles, or the data set it was imported from';
COMMENT ON COLUMN dyad_day.track IS 'empty for all events, else the track';
COMMENT ON COLUMN dyad_day.events IS 'all events';
COMMENT ON COLUMN dyad_day.scored IS 'events with a score';
COMMENT ON COLUMN dyad_day.score IS 'sum of the scores';
COMMENT ON COLUMN dyad_day.squares IS 'sum of their squares';
COMMENT ON COLUMN dyad_day.conflict IS 'events of quad 3 and 4';
COMMENT ON COLUMN dyad_day.conflict_score IS 'sum of the scores of these';
