"""What mkdocs.yml says of the site, read without the engine."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import yaml

from generator import urls

FILE = "mkdocs.yml"
_TRUE = [word for word, meant in yaml.SafeLoader.bool_values.items() if meant]


class Settings(NamedTuple):
    """What mkdocs.yml says of one site: its address and its repository's, or empty texts, and whether examples are shown."""

    site_url: str
    repo_url: str
    examples: bool

    @property
    def messages(self) -> str:
        """Return the address of the page that explains every message; empty where the site has no address yet."""
        return "" if is_example(self.site_url) else f"{self.site_url.rstrip('/')}/{urls.MESSAGES}"


def read_settings(root: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings below `root`, as the engine sees them with the variables of `environment`."""
    file = root / FILE
    said = dict(_said(yaml.compose(file.read_text("utf-8"), yaml.SafeLoader), environment)) if file.is_file() else {}
    return Settings(said.get("site_url", ""), said.get("repo_url", ""), said.get("examples", "true").lower() in _TRUE)


def is_example(address: str) -> bool:
    """Return whether an address is missing, or only stands where a real one will."""
    parts = urlsplit(address)
    host = parts.hostname or "example"
    return host.rpartition(".")[2] == "example" or host.startswith("example.") or parts.path.startswith("/example/")


def _said(node: yaml.Node | None, environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield every key with its text, at whatever depth it stands."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(value, yaml.ScalarNode):
                yield key.value, value.value
            elif value.tag == "!ENV":
                yield key.value, _from_environment(value, environment)
            else:
                yield from _said(value, environment)
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _said(each, environment)


def _from_environment(node: yaml.Node, environment: Mapping[str, str]) -> str:
    """Return what `!ENV [NAME, default]` stands for: the first variable that is set, else the default."""
    *names, default = (each.value for each in node.value)
    return next((environment[name] for name in names if name in environment), default)
