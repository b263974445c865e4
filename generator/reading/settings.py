"""What mkdocs.yml says of the site, read without the engine."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import yaml

from generator import urls
from generator.problems.problem import Problem, did_you_mean, quoted
from generator.problems.rules.files import SETTING
from generator.reading.yaml_errors import yaml_problem

FILE = "mkdocs.yml"
_PLUGIN = "kulturpunkt"
_KNOWN = (
    *("site_name", "site_url", "site_description", "site_author", "site_dir", "repo_url", "repo_name", "edit_uri"),
    *("edit_uri_template", "copyright", "docs_dir", "theme", "nav", "not_in_nav", "exclude_docs", "draft_docs"),
    *("plugins", "hooks", "markdown_extensions", "mdx_configs", "extra", "extra_css", "extra_javascript"),
    *("extra_templates", "validation", "use_directory_urls", "strict", "watch", "dev_addr", "remote_branch"),
    *("remote_name", "INHERIT"),
)
"""The settings of MkDocs 1, which gets no more of them."""
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
    said = dict(_said(_top(root), environment))
    return Settings(said.get("site_url", ""), said.get("repo_url", ""), (said.get("examples") or "true").lower() in _TRUE)


def _top(root: Path) -> yaml.Node | None:
    """Return the file's node; None where there is none, or where it cannot be read: `wrong_settings` says why."""
    file = root / FILE
    try:
        return yaml.compose(file.read_text("utf-8"), yaml.SafeLoader) if file.is_file() else None
    except (yaml.YAMLError, UnicodeDecodeError):
        return None


def wrong_settings(root: Path, environment: Mapping[str, str] = os.environ) -> Iterator[Problem]:
    """Yield what the engine would refuse in mkdocs.yml, or pass over without a word: a setting with a wrong name shows examples
    that were to be hidden."""
    file = root / FILE
    text = file.read_text("utf-8", errors="replace") if file.is_file() else ""
    try:
        top = yaml.compose(text, yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        yield yaml_problem(FILE, text, 1, error)
        return
    except yaml.YAMLError:
        yield Problem(FILE, 1, 1, "", "Filen kan ikke læses. Hent den forrige udgave frem igen på GitHub.", SETTING)
        return
    if top is None:
        return
    if not isinstance(top, yaml.MappingNode):
        yield _problem(top, "Her skal stå indstillinger, hver med et navn og et kolon.")
        return
    for key, value in top.value:
        if key.value not in _KNOWN:
            yield _problem(key, f"{quoted(key.value)} kendes ikke.{did_you_mean(key.value, _KNOWN) or ' Slet linjen.'}")
        elif key.value in ("site_url", "repo_url"):
            address = _from_environment(value, environment) if value.tag == "!ENV" else str(value.value)
            if address and not re.match(r"https?://[^\s/]", address):
                yield _problem(value, f"{quoted(address)} er ikke en hel adresse. Skriv den fra https://.")
        elif key.value == "plugins":
            yield from _wrong_options(value, environment)


def missing_pages(root: Path) -> Iterator[Problem]:
    """Yield each page that the menu names and that content/ has not. A build in spite of problems goes on without it."""
    top = _top(root)
    for key, value in top.value if isinstance(top, yaml.MappingNode) else ():
        if key.value == "nav":
            yield from _missing_pages(root, value)


def _wrong_options(plugins: yaml.Node, environment: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what is wrong with our plugin and its options; other plugins say that themselves."""
    each = [node for node in plugins.value if isinstance(node, yaml.MappingNode)] if isinstance(plugins.value, list) else []
    pairs = [pair for node in each for pair in node.value]
    alone = isinstance(plugins, yaml.SequenceNode) and any(node.value == _PLUGIN for node in plugins.value)
    if not alone and all(key.value != _PLUGIN for key, _ in pairs):
        yield _problem(plugins, f"Her mangler {_PLUGIN}. Uden det kan siden ikke bygges.")
    for key, value in (pair for name, options in pairs if name.value == _PLUGIN for pair in options.value or ()):
        said = _from_environment(value, environment) if value.tag == "!ENV" else str(value.value)
        if key.value != "examples":
            yield _problem(key, f"{quoted(key.value)} kendes ikke. Skriv examples.")
        elif said and said.lower() not in yaml.SafeLoader.bool_values:
            yield _problem(value, f"{quoted(said)} kan ikke bruges her. Skriv true, når eksemplerne skal ses, og ellers false.")


def _missing_pages(root: Path, menu: yaml.Node) -> Iterator[Problem]:
    """Yield each page that the menu names, at whatever depth, and that content/ has not."""
    if isinstance(menu, yaml.ScalarNode):
        if menu.value.endswith(".md") and not (root / "content" / menu.value).is_file():
            named = quoted(f"content/{menu.value}")
            yield _problem(menu, f"Menuen nævner {named}, som ikke findes. Ret navnet, eller slet linjen.")
        return
    for each in menu.value:
        yield from _missing_pages(root, each[1] if isinstance(each, tuple) else each)


def _problem(node: yaml.Node, message: str) -> Problem:
    return Problem(FILE, node.start_mark.line + 1, node.start_mark.column + 1, "", message, SETTING)


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
