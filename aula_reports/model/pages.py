"""What books show beside the programme itself: titles, pages of text, pictures, the imprint."""

from pydantic import Field

from aula_reports.model.base import Identifier, Line, Markdown, Model


class Picture(Model):
    """A picture with the words that must go with it.

    `foreground` is a second file of the same size laid over the first, with `mask` as its 8-bit
    transparency: what is set between both stands in the landscape.
    """

    id: Identifier = Field(description="Identifiant, cité ailleurs")
    file: Line = Field(alias="fichier", description="Fichier, relatif au programme")
    foreground: str = Field(default="", alias="premier_plan", description="Calque de devant")
    mask: str = Field(default="", alias="masque", description="Transparence du calque de devant")
    alt: Line = Field(alias="texte_alternatif", description="Ce que l’image montre, en une phrase")
    caption: str = Field(default="", alias="legende", description="Légende imprimée")
    credit: str = Field(default="", description="Crédit imprimé après la légende")
    rights: str = Field(default="", alias="droits", description="Droits d’usage, non imprimés")


class DocumentTitles(Model):
    """Names of one book, as its cover and running feet print them."""

    title_lines: tuple[Line, ...] = Field(
        alias="titre", description="Titre de couverture, une ligne par entrée"
    )
    running_title: Line = Field(alias="titre_courant", description="Titre courant des pages")
    short_title: Line = Field(alias="titre_court", description="Forme courte : « PPA 2021 »")
    edition: int = Field(alias="annee", ge=1900, le=2200, description="Année du programme")
    is_transitional: bool = Field(
        default=False, alias="transitoire", description="Programme transitoire"
    )
    cover_note: str = Field(default="", alias="note", description="Trois lignes de la couverture")
    cover_picture: Identifier | None = Field(
        default=None, alias="image", description="Image de couverture"
    )
    contents_picture: Identifier | None = Field(
        default=None, alias="image_sommaire", description="Image face au sommaire"
    )
    back_picture: Identifier | None = Field(
        default=None, alias="image_dos", description="Image de quatrième de couverture"
    )


class TextPage(Model):
    """Running text with a head: the preamble, or a free page."""

    id: Identifier = Field(default="preambule", description="Identifiant")
    overline: str = Field(default="", alias="surtitre", description="Surtitre")
    title: Line = Field(alias="titre", description="Titre, en texte simple")
    standfirst: str = Field(default="", alias="chapo", description="Chapô")
    text: Markdown = Field(alias="texte", description="Texte en Markdown")
    picture: Identifier | None = Field(default=None, alias="image", description="Image en regard")


class Imprint(Model):
    """Who made the book, and whose words and pictures it holds (ours)."""

    title: str = Field(default="", alias="titre", description="Titre")
    text: Markdown = Field(alias="texte", description="Texte en Markdown")
    picture: Identifier | None = Field(default=None, alias="image", description="Image en regard")


# Of the programme's files; it grows when one that was right would be read otherwise.
