//! What answers add up to.

use serde_json::Value;
use shared::instant;
use shared::question::open::OpenAnswer;
use shared::question::{Results, choice, open, scale, spectrum, words};

use super::{Read, fields, variants};

variants!(Results, "kind" {;
    "choice" => Choice, "words" => Words, "open" => Open, "scale" => Scale, "spectrum" => Spectrum
});
fields!(choice::Results { voters, options, others });
fields!(choice::OptionVotes { label, votes });
fields!(choice::OtherText { text, votes });
fields!(words::Results { voters, given, distinct, entries });
fields!(words::Entry { text, count });
fields!(open::Results { voters, total, votes, answers });
fields!(scale::Results { voters, skipped, from, statements });
fields!(scale::StatementResults { label, counts, mean, skipped });
fields!(spectrum::Results { voters, mean, median, values, histogram, fine });

impl Read for OpenAnswer {
    fn read(json: &Value) -> Option<Self> {
        let at = instant::parse(json["at"].as_str()?)?;
        Some(Self {
            id: Read::read(&json["id"])?,
            text: Read::read(&json["text"])?,
            votes: Read::read(&json["votes"])?,
            at,
        })
    }
}
