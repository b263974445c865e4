"""The command `kulturpunkt` as an editor runs it."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from generator.cli import main
from tests import processes, sites, trees


def kulturpunkt(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the command in a folder."""
    return processes.python("generator.cli", *arguments, folder=folder, environment=os.environ)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Two areas that are in order. The project's own change from week to week."""
    areas = {f"areas/{name.lower()}/area.yml": trees.AREA.replace("Nordby", name) for name in ("Nordmors", "Havblikket")}
    return trees.programme(tmp_path, {**areas, "areas/havblikket/events/fest.md": trees.event()})


def test_check_is_content_with_content_that_is_in_order(project: Path) -> None:
    result = kulturpunkt(project, "check")
    assert (result.returncode, result.stdout) == (0, "Ingen fejl\n")


def test_check_says_all_problems_at_once_and_sorted(content: Path) -> None:
    (content / "areas/nordmors/area.yml").write_text("navn: Nordmors\nstatus: offentlg\nkommune: Mors\nresumé: Kort\n", "utf-8")
    (content / "areas/havblikket/events/tom.md").write_text("---\ntitel: Tom\n---\n", "utf-8")
    result = kulturpunkt(content, "check")
    lines = result.stdout.splitlines()
    assert result.returncode == 1
    assert lines[:-2] == sorted(lines[:-2])
    assert "areas/havblikket/events/tom.md:1:1: start: Feltet mangler." in result.stdout
    assert "areas/nordmors/area.yml:2:9: status: «offentlg» kendes ikke. Mente du «offentlig»?" in result.stdout
    assert "areas/nordmors/area.yml:3:10: kommune: «Mors» kendes ikke. Mente du «Morsø»?" in result.stdout
    assert lines[-2] == "3 fejl i 2 filer"


def test_check_can_be_limited_to_a_folder(content: Path) -> None:
    (content / "areas/nordmors/area.yml").write_text("navn: Nordmors\n", "utf-8")
    (content / "areas/havblikket/events/tom.md").write_text("---\ntitel: Tom\n---\n", "utf-8")
    result = kulturpunkt(content, "check", "areas/havblikket")
    assert "nordmors" not in result.stdout
    assert result.stdout.endswith("1 fejl i 1 fil\nHver besked er forklaret i vejledningen: siden /rediger/beskeder/\n")


def test_build_builds(tmp_path: Path) -> None:
    project = sites.copied_project(tmp_path)
    result = kulturpunkt(project, "build")
    assert result.returncode == 0, result.stderr
    assert (project / "site/index.html").exists()


def test_check_speaks_to_github_and_to_programs(content: Path) -> None:
    (content / "areas/nordmors/area.yml").write_text('navn: "100 %"\nstatus: offentlg\nkommune: Morsø\nresumé: Kort\n', "utf-8")
    github = kulturpunkt(content, "check", "--format", "github")
    assert github.returncode == 1
    assert github.stdout.startswith(
        "::error file=areas/nordmors/area.yml,line=2,col=9,title=Ordet er ikke et af dem%2C man kan vælge::status: «offentlg»"
    )
    printed = json.loads(kulturpunkt(content, "check", "--format", "json").stdout)
    assert [(each["path"], each["line"], each["field"]) for each in printed] == [("areas/nordmors/area.yml", 2, "status")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "ingen-steder"], "«ingen-steder» findes ikke. Skriv en fil eller en mappe i content eller areas."),
        (["check", "/"], "«/» er ikke indhold. Skriv en fil eller en mappe i content eller areas."),
        (["check", "--format", "xml"], "kulturpunkt check: --format: «xml» kan ikke vælges. Vælg mellem 'text', 'github', 'json',"),
        (["check", "--format"], "kulturpunkt check: --format: skriv én ting efter det."),
        (["check", "--alt"], "kulturpunkt: kommandoen kender ikke --alt."),
        (["tjek"], "kulturpunkt: KOMMANDO: «tjek» kan ikke vælges. Vælg mellem 'check', "),
        ([], "kulturpunkt: her mangler KOMMANDO."),
    ],
)
def test_wrong_use_is_reported_in_danish_and_is_two(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sites.PROJECT)
    try:
        code = main(arguments)
    except SystemExit as left:
        code = int(left.code or 0)
    printed = capsys.readouterr().err
    assert code == 2
    assert printed.splitlines()[-1].startswith(said)
    assert not re.search(r"usage|error|argument|choose|invalid|expected|required", printed)


@pytest.mark.parametrize("command", [["check"], ["build"], ["new", "area", "by", "--navn", "By", "--kommune", "Morsø"]])
def test_outside_the_project_there_is_nothing_to_do(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(command) == 2
    assert capsys.readouterr().err == "Her er ingen mappe, der hedder content. Kør kommandoen i projektets mappe.\n"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", [["status"], ["reminder", "--output", "ud"], ["export", "ud"]])
def test_a_today_that_is_none_is_said(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sites.copied_project(tmp_path, "content", "areas", "theme"))
    monkeypatch.setenv("KULTURPUNKT_TODAY", "i-dag")
    assert main(command) == 1
    assert capsys.readouterr().out.startswith("KULTURPUNKT_TODAY: «i-dag» er ikke en dato.")


def test_help_is_danish(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    printed = capsys.readouterr().out
    assert "Svarer 0, når alt er i orden" in printed
    assert not re.search(r"usage|options|positional|show this", printed)


@pytest.mark.parametrize("how", ["text", "github", "json", "markdown"])
def test_names_of_files_do_nothing_in_the_log_of_a_check(tmp_path: Path, how: str) -> None:
    """GitHub takes a line of a log that begins with `::` for a command, and `##[` anywhere in a line."""
    root = trees.programme(tmp_path, {"areas/nordby/area.yml": trees.AREA})
    folder = root / "areas/nordby/events"
    folder.mkdir()
    for name in (
        b"a\n::warning::b.md",
        b"a\r::stop-commands::c.md",
        b"##[add-mask]d.md",
        b"\xff.md",
        b"\x1b[31me.md",
        b"::error::f.md",
    ):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(trees.event(), "utf-8")
    done = processes.kulturpunkt(root, "check", "--format", how)
    assert done.returncode == 1
    said = done.stdout + done.stderr
    said.encode("utf-8")
    commands = [line for line in re.split(r"[\r\n]", said) if line.lstrip().startswith("::")]
    assert not [
        line for line in commands if not (how == "github" and line.startswith(("::error file=areas/nordby/", "::notice::GitHub")))
    ]
    assert "\x1b" not in said
    assert "##[" not in said or how in ("json", "markdown")


def test_what_the_system_refuses_is_said_in_danish(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(_: object) -> int:
        raise PermissionError(13, "Permission denied", "areas/nordby")

    monkeypatch.setattr("generator.commands.dots.run", refuse)
    assert main(["dots"]) == 1
    assert capsys.readouterr().err == "areas/nordby kunne ikke læses eller skrives: det er der ikke adgang til\n"
