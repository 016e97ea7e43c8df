//! Every bound of peil that is not of one kind of question alone, as a named constant with its
//! unit. Those of a kind stand in its own file (`question/`).
//!
//! A limit is checked by the server, never only by a page. Changing one never undoes what was
//! acknowledged: validation happens before an event is stored, and [`RULES`] says by which version.
//! A room keeps the one that it began under.

use crate::rules::Rules;

/// The version of validation and normalisation that new events are stored under.
pub const RULES: u16 = Rules::LATEST.number();

/// A deck's text, in bytes.
pub const DECK_BYTES: usize = 512 * 1024;
/// Slides in a deck.
pub const DECK_SLIDES: usize = 500;
/// A deck's title, in characters as people count them.
pub const TITLE_CHARS: usize = 150;
/// A prompt, in characters as people count them.
pub const PROMPT_CHARS: usize = 500;
/// An option, statement, item or pole, in characters as people count them.
pub const LABEL_CHARS: usize = 150;
/// An id that is made from a prompt, in bytes.
pub const SLIDE_ID_BYTES: usize = 60;

/// Options that one is chosen from, of a question or of a form's field, fewest.
pub const OPTIONS_MIN: usize = 2;
/// Items of a list that is not ordered, whatever they are to its kind, most: options, right
/// answers, places on a picture.
pub const LIST_ITEMS_MAX: usize = 20;
/// Entries or answers that one person may be allowed per question.
pub const ENTRIES_MAX: u32 = 10;
/// Items that are weighed against each other, by an order or by points, fewest.
pub const WEIGHED_MIN: usize = 2;
/// Items that are weighed against each other, by an order or by points, most.
pub const WEIGHED_MAX: usize = 12;
/// Reactions that a deck or slide may offer.
pub const REACTIONS_MAX: usize = 5;
/// Reactions that decks of before could offer.
pub const REACTIONS_ONCE: usize = 8;
/// The text behind a number or a typed answer, in characters as people count them.
pub const UNIT_CHARS: usize = 20;
/// Groups of a deck, fewest.
pub const GROUPS_MIN: usize = 2;
/// Texts with which one person may replace those of their group at one question.
pub const GROUP_TEXTS_MAX: usize = 40;
/// Groups of a deck, most.
pub const GROUPS_MAX: usize = 50;
/// Languages of a deck.
pub const LANGUAGES_MAX: usize = 6;
/// The name or password of a wireless network, in bytes.
pub const WIFI_BYTES: usize = 63;

/// Bytes of UTF-8 that one character as people count them may take on average: a text of n
/// characters is refused above 32 × n bytes before its characters are counted. A family of emoji
/// takes 25, a syllable of Hindi 12.
pub const BYTES_PER_CHAR: usize = 32;
/// Scalar values that one character as people count them may have on average: a text counts as at
/// least so many characters. Cluster after cluster has no end, and would be drawn across the whole
/// stage; what languages and emoji need is less.
pub const SCALARS_PER_CHAR: usize = 4;
/// Scalar values of a text that are never too many: a kiss of two people with their colours of skin
/// is one character of ten.
pub const SCALARS_ALWAYS: usize = 10;
/// Combining marks on one character: languages pile up four, and a tower of them covers the lines
/// above on the stage.
pub const MARKS_PER_CHAR: usize = 8;

/// How long a question stays open after the stage has moved on, in seconds, unless the deck says.
pub const GRACE_SECONDS: u32 = 20;
/// The longest grace a deck may ask for, in seconds.
pub const GRACE_SECONDS_MAX: u32 = 600;
/// The longest countdown, in seconds.
pub const COUNTDOWN_SECONDS_MAX: u32 = 3600;
/// The same in milliseconds.
pub const COUNTDOWN_MAX_MS: u64 = COUNTDOWN_SECONDS_MAX as u64 * 1000;
/// By how much a countdown goes on where nobody says, in seconds.
pub const EXTENSION_SECONDS: u32 = 30;
/// How far a countdown's deadline lies behind the one that the screen shows, in milliseconds: a
/// slow disk must not refuse who was in time.
pub const COUNTDOWN_SLACK_MS: u64 = 1000;
/// The longest break, in minutes.
pub const BREAK_MINUTES_MAX: u32 = 240;

/// An inbound frame or participant's form, in bytes.
pub const FRAME_BYTES: usize = 16 * 1024;
/// Events of answers in one batch, in bytes.
pub const BATCH_BYTES: usize = 256 * 1024;
/// A participant's form with an answer, in bytes: what a frame holds, with three for one where it
/// is no ASCII.
pub const ANSWER_FORM_BYTES: usize = 3 * FRAME_BYTES;
/// A question to the speakers, in characters as people count them.
pub const QA_CHARS: usize = 300;
/// An answer to one in writing, in characters as people count them.
pub const QA_REPLY_CHARS: usize = 500;
/// Questions of one participant that no host has dealt with yet.
pub const QA_WAITING: usize = 5;
/// Questions of one participant, whatever became of them.
pub const QA_EACH: usize = 50;
/// Questions to the speakers of one room, without what was refused or whose asker is removed.
pub const QA_QUESTIONS: usize = 1_000;
/// Questions to the speakers that a phone's view carries; the others take turns in it.
pub const QA_VIEW: usize = 100;
/// Questions to the speakers that a host's view carries, and a page of the whole list.
pub const QA_HOSTS: usize = 50;
/// The same of the console, beside everything else.
pub const QA_CONSOLE: usize = 10;
/// Questions on the stage that come next.
pub const QA_STAGE: usize = 3;
/// A sender's key for something that is added, in bytes.
pub const KEY_BYTES: usize = 64;
/// Participants of one room.
pub const ROOM_PARTICIPANTS: usize = 200_000;
/// New participants of one room who may come from one network at once, unless the server is
/// configured otherwise.
pub const JOIN_BURST: u32 = 2_000;
/// New participants of one room from one network per second, in the long run, unless the server is
/// configured otherwise.
pub const JOINS_PER_SECOND: u32 = 20;
/// Where the organiser says how many they expect, so many times as many may come from one network
/// at once.
pub const JOINS_PER_EXPECTED: u32 = 4;
/// People who wait to join and are remembered in their order, of one network and room.
pub const NETWORK_WAITERS: usize = 10_000;
/// The same of all networks and rooms together.
pub const WAITERS: usize = 100_000;
/// Networks whose joining is remembered, counted once per room.
pub const JOINING_NETWORKS: usize = 50_000;
/// How long a newcomer who waits to join may ask nothing before their place in the line is given
/// up, in seconds.
pub const WAITER_SECONDS: u64 = 30;
/// Answers of one room, all questions and rounds together.
pub const ROOM_ANSWERS: usize = 2_000_000;
/// How many times as much of each a room's memory holds together with participants who were
/// removed, and who may be returned.
pub const WITH_REMOVED: usize = 2;
/// Stretches of time in which people joined who are removed now.
pub const REMOVALS_MAX: usize = 100;
/// A room's journal, in bytes: several million answers. Every change of an answer is a record, so
/// without this one phone could fill the disk. Above it what participants send is refused; the
/// room's hosts go on.
pub const ROOM_JOURNAL_BYTES: u64 = 1024 * 1024 * 1024;
/// Different words, or texts behind an `{other}` option, that one question's round may collect.
pub const DISTINCT_TEXTS: usize = 50_000;
/// Words of one question that a moderator may have hidden although nobody gives them; the list of
/// what is hidden has place for as many.
pub const HIDDEN_AHEAD: usize = VIEW_ANSWERS;
/// Changes of one room's deck.
pub const DECK_CHANGES: u32 = 500;
/// All decks that a room's deck was changed to, as JSON, in bytes.
pub const CHANGED_DECKS_BYTES: usize = 64 * 1024 * 1024;
/// Rounds of one question.
pub const ROUNDS_MAX: u32 = 1_000;
/// People who share a tablet.
pub const TABLET_SEATS: usize = 12;
/// Tablets that a room has had.
pub const TABLETS_MAX: usize = 500;
/// People without a phone whose answers hosts enter, per question and round.
pub const TYPED_MAX: usize = 1_000;
/// Numbers that such people have had in a round, with those whose answer was taken away.
pub const TYPED_EVER: u32 = 20_000;
/// Entries of a question and round by which one that comes again is known, the newest.
pub const TYPED_KEYS: usize = 64;
/// Answers by people who are made up, at once.
pub const TRIAL_VOTES_MAX: u32 = 1_000;
/// Controls of a room that can be taken back, one after the other.
pub const UNDO_STEPS: usize = 50;
/// What hosts did last, as other hosts are shown it.
pub const RECENT_ACTIONS: usize = 10;
/// How long after its end a room can go on, in milliseconds: 24 hours.
pub const RESUME_MS: u64 = 24 * 60 * 60 * 1000;
/// How long what stays open after the end of a room takes answers, in milliseconds: 14 days.
pub const EVALUATION_MS: u64 = 14 * 24 * 60 * 60 * 1000;
/// Open answers that one view carries; the rest is counted, and in the results and exports.
pub const VIEW_ANSWERS: usize = 300;
/// Words that a phone's view carries, and texts behind `{other}` in anybody's; the rest is counted,
/// and in the results and exports.
pub const VIEW_WORDS: usize = 300;
/// People whose way from an earlier answer to a later one a view tells one by one; above that it
/// tells none of them.
pub const PAIRS_MAX: usize = 400;
/// People whose answers a group needs for its results to be shown by themselves.
pub const PUBLISHED_VOTERS_MIN: u64 = 5;
/// People who gave a word that stands on a page for everybody: it is no one person's.
pub const PUBLISHED_GIVERS_MIN: u64 = 2;
/// Groups that results are shown by; smaller ones are folded.
pub const GROUPS_SHOWN: usize = 6;
/// Commands waiting for one room; above it a sender is asked to try again.
pub const ROOM_QUEUE: usize = 4_096;
/// How long a room that nobody looks at stays in memory, in seconds. After that it is read from
/// disk when somebody asks for it.
pub const ROOM_IDLE_SECONDS: u64 = 15 * 60;
/// Rooms and decks of one instance, each.
pub const INSTANCE_ROOMS: usize = 20_000;

/// Frames and forms of one participant, or frames of one host's page, that may come at once, before
/// the rate counts.
pub const FRAMES_AT_ONCE: u32 = 60;
/// The same per second, in the long run.
pub const FRAMES_PER_SECOND: u32 = 20;
/// Texts that one participant may bring within a minute and that a round has not seen: words, texts
/// behind an `{other}` option, open answers and other versions of them.
pub const NEW_TEXTS_PER_MINUTE: u32 = 30;
/// Frames of one socket that may wait for their answer; the next is read when one of them has it.
pub const FRAMES_WAITING: usize = 16;
/// Characters of the lead of a report, and of what comes next.
pub const REPORT_TEXT_CHARACTERS: usize = 4_000;
/// Characters of what an organiser writes on the page that is there afterwards.
pub const PAGE_TEXT_CHARACTERS: usize = 4_000;
/// Addresses on that page, and characters of what one is called.
pub const PAGE_LINKS: usize = 20;
/// See [`PAGE_LINKS`].
pub const PAGE_LABEL_CHARACTERS: usize = 100;
/// What was said, on that page, in bytes: about eight hours of speech.
pub const TRANSCRIPT_BYTES: usize = 500_000;
/// How far ahead the last day of that page may be, in days.
pub const PAGE_DAYS_MAX: u64 = 731;
/// Views per second to one host's page, and at most to one phone.
pub const VIEWS_PER_SECOND: u32 = 10;
/// Views per second to all phones of a room together: in a larger room each gets fewer.
pub const PHONE_VIEWS_PER_SECOND: usize = 50_000;
