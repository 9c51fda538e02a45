"""The field of an answer in a round: rounds for the answers that fit, none of them chosen beforehand."""

from typing import Any

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice

from registry.model.review import Reply


class ReplyField(RadioField):
    """One of some replies, or none yet."""

    def __init__(self, label: str, replies: tuple[Reply, ...], **given: Any) -> None:
        choices = [SelectChoice(one.value, one.label) for one in replies]
        super().__init__(label, choices=choices, coerce=Reply, default=Reply.OPEN, **given)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take what was sent; rounds of which none was chosen are not sent: that is no answer, not the stored one."""
        if valuelist:
            super().process_formdata(valuelist)
        else:
            self.data = Reply.OPEN

    def pre_validate(self, form: Any) -> None:
        """Refuse what is no choice; nothing chosen is right too."""
        if self.data is not Reply.OPEN:
            super().pre_validate(form)
