"""What a command that ends at once has no need of, and leaves out."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from types import ModuleType

_METADATA = "importlib.metadata"


def make_haste() -> None:
    """Have this process make haste; call it before anything large is imported."""
    # A build makes half a million small values and keeps them: collecting costs a fifth of it.
    gc.disable()
    # No plugin of the environment has any business here, and looking for some takes its time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # pydantic imports what it would look with all the same.
    if _METADATA not in sys.modules:
        late = _LateMetadata()
        sys.modules[_METADATA] = late
        vars(importlib)["metadata"] = late


class _LateMetadata(ModuleType):
    """Stands for `importlib.metadata` until somebody asks it for something: with the parser of
    e-mail that it brings along, that one takes 20 ms.
    """

    def __init__(self) -> None:
        super().__init__(_METADATA)
        # Whoever imports a name from a package looks for this first.
        self.__path__ = [f"{folder}/metadata" for folder in importlib.__path__]

    def __getattr__(self, name: str) -> object:
        if name.startswith("__") and name != "__all__":
            raise AttributeError(name)
        return getattr(self._true(), name)

    def entry_points(self, **wanted: object) -> object:
        """Ask the true one: pydantic names this function, and does not call it."""
        return self._true().entry_points(**wanted)

    def _true(self) -> ModuleType:
        if sys.modules.get(_METADATA) is self:
            del sys.modules[_METADATA]
        return importlib.import_module(_METADATA)
