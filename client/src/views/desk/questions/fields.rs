//! What is written on the list of questions to the speakers: an answer, whom one is for, a question
//! from a chat or a hand, and as which of several doubles count.

use leptos::prelude::*;
use shared::protocol::view::QaQuestion;

use super::{QuestionList, is_open, named};
use crate::texts::desk::moderating::ModeratingTexts;
use crate::texts::desk::questions::QuestionsTexts;
use crate::ui::multiline::inner_html;
use crate::views::desk::moderating::seen_questions::SeenQuestion;

impl QuestionList<'_> {
    /// The fields of one question, folded.
    pub(super) fn fields(self, question: &QaQuestion) -> AnyView {
        let say = QuestionsTexts::of(self.language());
        let reply = question.reply.clone().unwrap_or_default();
        let to = question.to.clone().unwrap_or_default();
        let id = question.id.to_string();
        let (reply_id, to_id) = (format!("reply-{id}"), format!("to-{id}"));
        let reply_field = view! {
            <label for=reply_id.clone()>{say.reply_label}</label>
            <textarea
                class="field"
                id=reply_id.clone()
                name="text"
                rows="3"
                dir="auto"
                inner_html=inner_html(&reply)
            ></textarea>
        };
        let to_field = view! {
            <label for=to_id.clone()>{say.assign_label}</label>
            <input class="field" id=to_id.clone() name="to" autocomplete="off" dir="auto" value=to />
        };
        let assign = self.moderates().then(|| {
            let words = (say.assign, say.assign_it);
            self.folded(question, to_id, "assign", words, to_field.into_any())
        });
        let words = (say.reply, say.reply_it);
        view! {
            <div class="written">
                {self.folded(question, reply_id, "reply", words, reply_field.into_any())}
                {assign}
            </div>
        }
        .into_any()
    }

    /// A field that is there once it is unfolded; without scripts the browser unfolds it.
    fn folded(
        self,
        question: &QaQuestion,
        name: String,
        what: &'static str,
        (words, button): (&'static str, &'static str),
        field: AnyView,
    ) -> AnyView {
        let open = self.live.moderation.questions.unfolded.contains(&name);
        let there = open || !self.live.host.alive;
        let form = there.then(|| {
            view! {
                <form class="asked fields" method="post" action=self.action() data-folds=name.clone()>
                    {self.about(question)}
                    {field}
                    <p class="actions"><button class="button small" type="submit" name="do" value=what>{button}</button></p>
                </form>
            }
        });
        view! {
            <details open=open>
                <summary data-opens=name>
                    {words}
                    <span class="visually-hidden">": " <bdi>{question.text.clone()}</bdi></span>
                </summary>
                {form}
            </details>
        }
        .into_any()
    }

    /// What a form of the list comes back to.
    pub(super) fn place(self) -> AnyView {
        let list = self.state.list.as_ref().map(|list| {
            view! {
                <input type="hidden" name="find" value=list.find.clone() />
                <input type="hidden" name="page" value=list.pages.page.to_string() />
            }
        });
        view! { <input type="hidden" name="back" value=self.back /> {list} }.into_any()
    }

    /// What is ticked becomes one.
    pub(super) fn bar(self, rows: &[SeenQuestion]) -> AnyView {
        let (say, words) = (
            QuestionsTexts::of(self.language()),
            ModeratingTexts::of(self.language()),
        );
        let each = rows.iter().filter(|row| is_open(row));
        let each = each.map(|row| {
            view! { <option value=row.question.id.to_string()>{named(&row.question)}</option> }
        });
        view! {
            <form class="asked doubles" id="doubles" method="post" action=self.action()>
                {self.place()}
                <p class="soft">{say.merge_hint}</p>
                <div class="actions bar">
                    <label for="counts-as">{words.counts_as}</label>
                    <select class="field" id="counts-as" name="into">
                        <option value="">{words.the_first}</option>
                        {each.collect::<Vec<_>>()}
                    </select>
                    <button class="button" type="submit" name="do" value="merge">{words.merge}</button>
                </div>
            </form>
        }
        .into_any()
    }

    /// A question that came from a chat or a hand.
    pub(super) fn typed_in(self) -> AnyView {
        let say = QuestionsTexts::of(self.language());
        view! {
            <form class="asked ahead-of-all fields" method="post" action=self.action() data-clears="">
                {self.place()}
                <label for="typed-in">{say.type_in}</label>
                <p class="hint" id="typed-in-hint">{say.type_in_hint}</p>
                <textarea class="field" id="typed-in" name="text" rows="2" required dir="auto" aria-describedby="typed-in-hint"></textarea>
                <label for="typed-for">{say.assign_label}</label>
                <input class="field" id="typed-for" name="to" autocomplete="off" dir="auto" />
                <p class="actions"><button class="button quiet" type="submit" name="do" value="ask">{say.type_in_it}</button></p>
            </form>
        }
        .into_any()
    }
}
