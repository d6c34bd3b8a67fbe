"""Draw the pictures of the example book into `images/`.

    python examples/rapport-2025/plates.py [--dpi N] [--folder DIR] [name…]

Needs numpy and Pillow, nothing else; every random number is seeded, JPEG quality is fixed and no
date is written, so the same versions of both give the same bytes. Without names all are drawn,
each at its own resolution: pages at 220 dpi, smaller pictures at 300.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from plates.book import PICTURES

IMAGES = Path(__file__).parent / "images"


def main() -> None:
    """Draw the pictures named on the command line."""
    parser = argparse.ArgumentParser(description="Draw the pictures of the example book.")
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(PICTURES))
    parser.add_argument("--dpi", type=int, help="another resolution (drafts: 90)")
    parser.add_argument("--folder", type=Path, default=IMAGES)
    wanted = parser.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    for name in wanted.names or PICTURES:
        draw, dpi = PICTURES[name]
        draw(wanted.dpi or dpi).write(wanted.folder, name)


if __name__ == "__main__":
    main()
