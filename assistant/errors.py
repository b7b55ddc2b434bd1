"""What can break while a question is answered.

    PlansvarError                   (ingest.errors)
    └── AssistantError              answering or its set-up broke
        ├── InvalidSettings         a setting has a value that cannot be used
        ├── UnknownPassage          no plan in force has a passage of this id
        ├── InvalidQuestion         a question in a file or request has not the form of one
        └── ChatError               the chat model cannot be used for this question
            ├── ChatUnavailable     unreachable, too slow, or it answered with an error
            └── ChatReplyUnusable   it replied, with nothing that can be cited

Where a chat model fails, the extractive engine answers; the error is recorded, not shown.
"""

from ingest.errors import PlansvarError


class AssistantError(PlansvarError):
    """Answering or its set-up broke."""

    code = "assistant_failed"
    what = "The question could not be answered."


class InvalidSettings(AssistantError):
    """A setting has a value that cannot be used."""

    code = "invalid_settings"
    what = "A setting cannot be used."
    remedy = "Correct the option or the environment variable."


class UnknownPassage(AssistantError):
    """No plan in force has a passage of this id."""

    code = "unknown_passage"
    what = "There is no such passage in the plans."
    remedy = "Take the id from an answer over the plans as they are now."


class InvalidQuestion(AssistantError):
    """A question in a file or request has not the form of one."""

    code = "invalid_question"
    what = "This is not a question in the form that is asked for."
    remedy = 'Write one JSON object: {"id": "…", "turns": ["the question"], "plan": "optional id"}.'


class ChatError(AssistantError):
    """The chat model cannot be used for this question."""

    code = "chat_failed"
    what = "The chat model could not be used."
    remedy = "Check the chat settings; without a chat model the plans' own words are the answer."


class ChatUnavailable(ChatError):
    """The chat model is unreachable, too slow, or answered with an error."""

    code = "chat_unavailable"
    what = "The chat model did not answer."
    remedy = "Check that its server is running, and the address, model name and key in the settings."


class ChatReplyUnusable(ChatError):
    """The chat model replied with nothing that can be cited."""

    code = "chat_reply_unusable"
    what = "The chat model's reply could not be used."
    remedy = "Ask again, or choose a model that keeps to instructions."
