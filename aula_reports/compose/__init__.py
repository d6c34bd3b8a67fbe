"""Programme becomes blocks: wording, figures, sections, one module a document."""
