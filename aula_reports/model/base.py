"""What every model of the programme and of the layout shares: frozen, closed, named twice.

Python knows a field by its English name, files by its French alias; a key that is neither is a
fault. Nothing is computed or repaired here: a model holds what was said.
"""

from typing import Annotated

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, StringConstraints


class Model(BaseModel):
    """Base of all models: immutable, no unknown key, built by English or by French names."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        str_strip_whitespace=True,
        # Only roots are ever validated: building a validator for each part would double the start.
        defer_build=True,
    )


# A name that other entries point to: lower-case ASCII, digits, underscore.
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]

# A word that is short for others: one word, as running text has it.
ONE_WORD = r"^\w(\S*\w)?$"
Acronym = Annotated[str, StringConstraints(pattern=ONE_WORD, max_length=30)]

# A line that may not be empty.
Line = Annotated[str, StringConstraints(min_length=1)]


class MarkdownText(Struct, frozen=True):
    """Marks a text field whose value may name a Markdown file; readers then put its text there."""


# Long text in Markdown: paragraphs, emphasis, lists, links.
Markdown = Annotated[str, MarkdownText()]
