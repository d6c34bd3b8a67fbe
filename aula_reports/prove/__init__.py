"""Proving finished PDF files, whoever made them: one reading of the file, many small rules.

    file ─open→ Source ─read→ FileReading ─rules→ faults ─told→ text · JSON

`pages`, `walk` and `structure` read; `x4_*`, `ink_*` and `access_*` judge; `preflight` chooses the
families and gathers. Written from ISO 32000-1 and the Matterhorn Protocol 1.1 with pypdf as the
only help. It shares no code with `write/`, or it would believe the same mistakes.
"""
