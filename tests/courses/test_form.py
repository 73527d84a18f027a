"""The form as a pure function: the order of questions, every way through it, and that no sequence of messages breaks it."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.courses.answers import dump, dump_sent, parse, parse_sent
from bot.courses.form import Form, Note, Said, advance, asked, clean, open_step
from bot.courses.messages import Again, Back, Choice, Edit, Keep, Message, Onward, Send, Skip, Text, Where
from bot.courses.steps import CHOICES, CONSENT, DECLINED, LONGEST, QUESTIONS, REVIEW, SENT, WRITTEN

GOOD: dict[str, Message] = {
    CONSENT: Choice(CONSENT, "yes"), "name": Text("Demo"), "reach": Choice("reach", "email"), "contact": Text("demo@example.org", 7),
    "country": Where(("SN", "africa-west")), "organisation": Choice("organisation", "ngo"), "work": Text("We document arrests."),
    "plans": Text("A report to the UPR."), "use": Text("A communication to the Commission."), "experience": Choice("experience", "some"),
    "languages": Choice("languages", "+fr"), "access": Skip("access"), "share": Choice("share", "no"), REVIEW: Send(),
}


def filled(until: str = REVIEW, partner: str = "Demo Network") -> Form:
    """Return the form at `until`, each question before it answered."""
    form = Form(partner=partner)
    while form.step != until:
        form = step_on(form)
    return form


def step_on(form: Form) -> Form:
    """Give a good answer to the present question."""
    after, _ = advance(form, GOOD[form.step])
    return advance(after, Onward("languages"))[0] if form.step == "languages" else after


def test_the_whole_form_in_order() -> None:
    """Consent, twelve questions, the review, sent."""
    form, seen = Form(partner="Demo Network"), []
    while form.step != SENT:
        seen.append(form.step)
        form = step_on(form)
    assert seen == [CONSENT, *QUESTIONS, REVIEW]


def test_consent_is_asked_first_and_no_ends_it() -> None:
    """Default no: nothing else is asked, nothing can be sent."""
    form, _ = advance(Form(), Choice(CONSENT, "no"))
    assert form.step == DECLINED
    assert advance(form, Text("Demo"))[0] == form
    assert CHOICES[CONSENT][0] == "no"


def test_only_what_is_needed_is_asked() -> None:
    """No contact detail for this chat, nothing about sharing where there is no partner."""
    form = filled("reach", partner="")
    here, _ = advance(form, Choice("reach", "chat"))
    assert here.step == "country"
    assert len(asked(here)) == 10
    assert "share" not in asked(here)


@pytest.mark.parametrize("step", WRITTEN)
def test_what_is_too_long_or_empty_is_said_kindly(step: str) -> None:
    """1,501 characters are one too many, and told; the question stays."""
    form = filled(step)
    long, said = advance(form, Text("demo " * 400))
    assert (long, said.note, said.length) == (form, Note.TOO_LONG, 1999)
    for nothing in ("", "   ", "\u200b" * 50, "\u202e\u2066", "\x00\x01"):
        assert advance(form, Text(nothing)) == (form, Said(Note.EMPTY))


def test_the_longest_text_is_taken_whole() -> None:
    """1,500 characters are kept to the last."""
    text = ("Nous formons des jeunes. " * 60)[:LONGEST].strip()
    form, _ = advance(filled("work"), Text(text))
    assert form.answers["work"] == text


def test_a_text_is_cleaned_before_it_is_kept() -> None:
    """8-13: controls, overrides and tags go, joiners and line ends stay; cut before it is normalised."""
    assert clean("a\x00b\u202ec\u2066d\U000e0041\ne \u0645\u06cc\u200c\u062e\u0648") == "abcd\ne \u0645\u06cc\u200c\u062e\u0648"
    assert len(clean("e" + "\u0301\u0323" * 100_000)) <= 4096


@pytest.mark.parametrize("text", ["my colleague Demo Amina documents cases", "call +221 77 000 00 00", "write to demo@example.org", "12, rue Demo"])
def test_a_third_person_or_a_contact_is_asked_back(text: str) -> None:
    """Write it again without, or keep it: nothing is lost, and the message goes off the chat afterwards."""
    form, said = advance(filled("work"), Text(text, 41))
    assert (form.step, said.note, form.pending) == ("work", Note.OTHERS, text)
    kept, said = advance(form, Keep("work"))
    assert (kept.answers["work"], kept.step, said.remove) == (text, "plans", 41)
    again, said = advance(form, Again("work"))
    assert (again.step, again.pending, said.remove) == ("work", "", 0)
    better, said = advance(again, Text("We document cases.", 43))
    assert (better.answers["work"], said.remove) == ("We document cases.", 41)


def test_a_contact_detail_is_expected_and_taken_off_the_chat() -> None:
    """No scolding where it was asked for; a mistyped e-mail address is noticed."""
    form = filled("contact")
    assert advance(form, Text("demo at example", 8)) == (form, Said(Note.EMAIL))
    after, said = advance(form, Text("demo@example.org", 9))
    assert (after.answers["contact"], said.note, said.remove) == (("email", "demo@example.org"), Note.NONE, 9)


def test_another_way_asks_for_another_contact() -> None:
    """Changed from e-mail to Signal, the e-mail address is no answer; changed to this chat, it is not sent."""
    form, _ = advance(filled(), Edit("reach"))
    signal, _ = advance(form, Choice("reach", "signal"))
    assert signal.step == "contact"
    here, _ = advance(form, Choice("reach", "chat"))
    assert here.step == REVIEW
    assert "demo@example.org" not in dump_sent(here, "")


def test_any_answer_can_be_changed_from_the_review() -> None:
    """Each change comes back to the review; back leaves the answer as it was."""
    for step in QUESTIONS:
        form, _ = advance(filled(), Edit(step))
        assert form.step == step
        assert advance(form, Back(step))[0] == filled()
        assert step_on(form).step == REVIEW


def test_back_goes_through_all_questions_and_keeps_the_answers() -> None:
    """From the last question to the first; onward returns to where one was."""
    form = filled("share")
    for expected in reversed(asked(form)[:-1]):
        form, _ = advance(form, Back(form.step))
        assert form.step == expected
    assert advance(form, Back("name"))[0].step == "name"
    assert advance(form, Onward("name"))[0] == filled("share")


def test_a_button_of_another_question_changes_nothing() -> None:
    """50, 51: double taps and old buttons bring the present question."""
    form = filled("work")
    for stale in (Choice("organisation", "media"), Skip("country"), Back("plans"), Keep("work"), Again("work"), Edit("name"), Send(), Choice("work", "yes"),
                  Skip("work"), Onward("work"), Where(("FR", "other"))):
        after, said = advance(form, stale)
        assert after == form
        assert said.note in (Note.OLD, Note.CHOOSE)


def test_languages_are_ticked_and_unticked() -> None:
    """A second tap on the same button changes nothing; at least one is needed."""
    form = filled("languages")
    assert advance(form, Onward("languages"))[1].note == Note.ONE
    for value in ("+fr", "+ar", "+fr", "-ar", "-ar", "+en"):
        form, _ = advance(form, Choice("languages", value))
    assert form.answers["languages"] == ("en", "fr")
    assert advance(form, Choice("languages", "fr"))[1].note == Note.OLD


def test_a_country_is_found_chosen_or_asked_again() -> None:
    """One found is taken, several are a choice, none says so."""
    form = filled("country")
    one, two = ("SN", "africa-west"), ("SL", "africa-west")
    assert advance(form, Text("senegal", places=(one,)))[0].answers["country"] == one
    assert advance(form, Text("s", places=(one, two))) == (form, Said(Note.WHICH, places=(one, two)))
    assert advance(form, Text("atlantis")) == (form, Said(Note.UNKNOWN))
    assert advance(form, Where(("", "mena")))[0].answers["country"] == ("", "mena")


def test_danger_is_told_and_the_answer_taken() -> None:
    """33: the way to urgent help comes with the next question."""
    form, said = advance(filled("work"), Text("They are coming to arrest us.", danger=True))
    assert (form.step, said.danger) == ("plans", True)


steps = st.sampled_from([CONSENT, REVIEW, *QUESTIONS, "nonsense", ""])
values = st.sampled_from([one for every in CHOICES.values() for one in every] + ["+fr", "-fr", "+", "", "+no"])
texts = st.one_of(st.text(max_size=200), st.sampled_from(["my colleague Demo", "a@b.co", "+221 77 000 00 00", "x" * 1501, "\u202e"]))
places = st.sampled_from([("SN", "africa-west"), ("", "mena"), ("", "")])
messages = st.one_of(
    st.builds(Text, texts, st.integers(0, 99), st.lists(places, max_size=3).map(tuple), st.booleans()), st.builds(Choice, steps, values),
    st.builds(Where, places, steps), st.builds(Skip, steps), st.builds(Back, steps), st.builds(Onward, steps), st.builds(Keep, steps),
    st.builds(Again, steps), st.builds(Edit, steps, steps), st.builds(Send, steps))


def is_kept(before: Any, after: Any, answered: bool) -> bool:
    """Tell whether an answer is as it was, or was changed by an answer to its own question."""
    return before == after or answered


@settings(max_examples=300, deadline=None)
@given(st.lists(messages, max_size=60), st.sampled_from(["", "Demo Network"]))
def test_no_sequence_breaks_it(sequence: list[Message], partner: str) -> None:
    """Whatever comes in whatever order: no error, no answer lost but by answering again, and always a way to the end."""
    form = advance(Form(partner=partner), Choice(CONSENT, "yes"))[0]
    for message in sequence:
        after, said = advance(form, message)
        assert all(is_kept(answer, after.answers.get(step), step == form.step) for step, answer in form.answers.items())
        assert after.step in (*asked(after), REVIEW, SENT)
        assert parse(dump(after, said, "m"), after.step, partner) == (after, said, "m")
        form = after
    for _ in range(len(QUESTIONS) + 1):
        if form.step == SENT:
            break
        form = step_on(form if form.step == open_step(form) else Form(open_step(form), form.answers, partner))
    assert form.step == SENT
    assert parse_sent(dump_sent(form, "m"), partner)[0].step == REVIEW


def test_what_was_sent_opens_again_as_it_was() -> None:
    """To change it until the deadline; whoever reads it needs no knowledge of the form."""
    form, mark = parse_sent(dump_sent(filled(), "west"), "Demo Network")
    assert (form.answers, mark) == (filled().answers, "west")
    assert open_step(form) == REVIEW
    assert open_step(parse_sent(dump_sent(filled(), ""), "Another Network")[0]) == "share"
