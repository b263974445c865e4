"""The scripts that GitHub's workflows call, as they run there: real git, the real commands, and a `gh` that writes down."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import processes
from tests.sites import PROJECT
from tests.trees import AREA, event, programme

PAYLOADS = PROJECT / "tests/payloads"
GH = """\
import json, os, sys
from pathlib import Path
given = sys.argv[1:]
bodies = [Path(each.removeprefix("body=@")).read_text("utf-8") for each in given if each.startswith("body=@")]
bodies += [Path(value).read_text("utf-8") for name, value in zip(given, given[1:]) if name == "--body-file"]
with open(os.environ["GH_LOG"], "a") as log:
    log.write(json.dumps([given, bodies]) + "\\n")
for key, answer in json.loads(os.environ.get("GH_ANSWERS", "{}")).items():
    if any(key in each for each in given):
        print(answer)
"""


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=En", "-c", "user.email=en@example.org", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


class Runner:
    """A checkout as a runner has it: a clone of a small programme, the scripts, and the commands they call."""

    def __init__(self, folder: Path, cloned: Path, kulturpunkt: Path) -> None:
        self.folder, self.kulturpunkt = folder, kulturpunkt
        self.remote, self.work, self.log = folder / "remote.git", folder / "work", folder / "gh.log"
        shutil.copytree(cloned, folder, dirs_exist_ok=True)
        self.tool(
            self.work / ".venv/bin/kulturpunkt",
            f'[ "$1" != build ] || {{ echo "$@" >> {folder}/built; exit "${{BUILD_CODE:-0}}"; }}\nexec {kulturpunkt} "$@"\n',
        )
        self.tool(folder / "bin/make", f'echo "$@" >> {folder}/made\n')
        (folder / "bin/gh").write_text(f"#!{sys.executable} -SE\n{GH}", "utf-8")
        (folder / "bin/gh").chmod(0o755)

    def tool(self, path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("#!/bin/sh\n" + text, "utf-8")
        path.chmod(0o755)

    def git(self, *arguments: str, at: Path | None = None) -> str:
        return git(at or self.work, *arguments)

    def commit(self, message: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def run(
        self, script: str, *arguments: str, payload: str = "issue-opened", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        own = {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "HOME": str(self.folder),
            "GH_LOG": str(self.log),
            "GITHUB_REPOSITORY": "example/kulturpunkt",
            "GITHUB_EVENT_PATH": str(PAYLOADS / f"{payload}.json"),
            "GITHUB_OUTPUT": str(self.folder / "output"),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary"),
            **environment,
        }
        return subprocess.run(
            [str(self.work / ".ci" / script), *arguments], cwd="/", env=own, capture_output=True, text=True, check=False
        )

    def said(self) -> list[tuple[list[str], list[str]]]:
        """What `gh` was asked, each with the texts it was given."""
        return [tuple(json.loads(line)) for line in self.log.read_text("utf-8").splitlines()] if self.log.exists() else []


@pytest.fixture(scope="module")
def kulturpunkt() -> Iterator[Path]:
    with processes.callable_kulturpunkt() as path:
        yield path


@pytest.fixture(scope="module")
def cloned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small programme with the scripts in `work`, and what it was pushed to in `remote.git`."""
    folder = tmp_path_factory.mktemp("cloned")
    work = programme(folder / "work", {"areas/nordby/area.yml": AREA, "areas/nordby/events/fest.md": event()})
    shutil.copytree(PROJECT / ".ci", work / ".ci")
    (work / ".gitignore").write_text(".venv/\n", "utf-8")
    git(folder, "init", "--quiet", "--bare", "--template=", "--initial-branch=main", "remote.git")
    git(work, "init", "--quiet", "--template=", "--initial-branch=main")
    git(work, "add", "--all")
    git(work, "commit", "--quiet", "--message", "alt")
    git(work, "remote", "add", "origin", "../remote.git")
    git(work, "push", "--quiet", "origin", "main")
    return folder


@pytest.fixture
def runner(tmp_path: Path, cloned: Path, kulturpunkt: Path) -> Runner:
    return Runner(tmp_path, cloned, kulturpunkt)


def test_an_issue_is_answered_once_and_then_anew(runner: Runner) -> None:
    done = runner.run("answer")
    assert done.returncode == 0, done.stderr
    asked, posted = runner.said()
    assert asked[0][:3] == ["api", "--paginate", "repos/example/kulturpunkt/issues/12/comments?per_page=100"]
    assert posted[0][:5] == ["api", "--silent", "--method", "POST", "repos/example/kulturpunkt/issues/12/comments"]
    assert "fredag den 1. maj 2026 kl. 19.00-21.30" in posted[1][0]
    runner.log.unlink()
    assert runner.run("answer", GH_ANSWERS=json.dumps({"comments?per_page": "77\n88"})).returncode == 0
    assert runner.said()[1][0][2:5] == ["--method", "PATCH", "repos/example/kulturpunkt/issues/comments/77"]
    assert runner.git("status", "--porcelain") == ""


def test_an_issue_with_faults_is_answered_too_and_fails_nothing(runner: Runner) -> None:
    done = runner.run("answer", payload="issue-edited")
    assert done.returncode == 0, done.stderr
    assert "Der er tre ting, der skal rettes" in runner.said()[-1][1][0]


def test_a_change_takes_the_approval_back(runner: Runner, tmp_path: Path) -> None:
    payload = json.loads((PAYLOADS / "issue-labeled.json").read_text("utf-8")) | {"action": "edited"}
    (tmp_path / "event.json").write_text(json.dumps(payload), "utf-8")
    assert runner.run("answer", GITHUB_EVENT_PATH=str(tmp_path / "event.json")).returncode == 0
    assert runner.said()[0][0] == ["api", "--silent", "--method", "DELETE", "repos/example/kulturpunkt/issues/12/labels/godkend"]
    assert "skal sætte mærket" in runner.said()[-1][1][0].splitlines()[1]


def test_what_is_no_issue_stops_the_script(runner: Runner) -> None:
    assert runner.run("answer", GITHUB_EVENT_PATH=os.devnull).returncode == 2
    assert runner.run("comment", "12; rm", str(PROJECT / "LICENSE")).returncode != 0
    assert runner.said() == []


def test_an_approved_issue_becomes_a_branch_and_a_pull_request(runner: Runner) -> None:
    done = runner.run("propose", payload="issue-labeled")
    assert done.returncode == 0, done.stderr
    changed = runner.git("diff", "--name-status", "main", "arrangement/12", at=runner.remote).split()
    assert changed == ["A", "areas/nordby/events/faellessang-havet-og-os.md"]
    written = "%an|%s|%(trailers:key=Co-authored-by,valueonly,separator=%x2C)"
    assert runner.git("log", "-1", f"--format={written}", "arrangement/12", at=runner.remote) == (
        "github-actions[bot]|Arrangement: nordby/faellessang-havet-og-os|frivillig <1000001+frivillig@users.noreply.github.com>\n"
    )
    assert (runner.folder / "built").read_text("utf-8") == "build --isolate\n"
    found, created, *_ = runner.said()
    assert found[0][1] == "repos/example/kulturpunkt/pulls?state=open&base=main&head=example:arrangement/12"
    assert created[0][:6] == ["pr", "create", "--base", "main", "--head", "arrangement/12"]
    assert "Closes #12" in created[1][0]


def test_the_picture_of_an_approved_issue_comes_in_the_same_pull_request(runner: Runner) -> None:
    """The command is stood in for where it would ask GitHub for the picture: tests/editing/form/test_attachment.py tries that."""
    picture = "areas/nordby/images/havet.jpg"
    fetched = f'mkdir -p areas/nordby/images && echo x > {picture} && echo {picture} >> "$5/paths"'
    runner.tool(
        runner.work / ".venv/bin/kulturpunkt",
        f'[ "$1" != build ] || exit 0\n{runner.kulturpunkt} "$@" || exit\n[ "$1" != issue ] || {{ {fetched}; }}\n',
    )
    done = runner.run("propose", payload="issue-labeled")
    assert done.returncode == 0, done.stderr
    changed = runner.git("diff", "--name-only", "main", "arrangement/12", at=runner.remote).split()
    assert changed == ["areas/nordby/events/faellessang-havet-og-os.md", picture]


def test_approving_again_changes_the_same_branch_and_pull_request(runner: Runner, tmp_path: Path) -> None:
    """Another area's mistake does not stop it: the build says 3."""
    runner.git("push", "--quiet", "origin", "main:arrangement/12")
    (runner.work / "areas/nordby/events/fest.md").write_text("---\ntitel: x\n---\n", "utf-8")
    runner.commit("en fejl")
    text = (PAYLOADS / "issue-labeled.json").read_text("utf-8").replace("Havet og os", "Himlen")
    (tmp_path / "event.json").write_text(text, "utf-8")
    answers = json.dumps({"pulls?state=open": "31"})
    assert runner.run("propose", GITHUB_EVENT_PATH=str(tmp_path / "event.json"), GH_ANSWERS=answers, BUILD_CODE="3").returncode == 0
    assert "faellessang-himlen.md" in runner.git("diff", "--name-status", "main", "arrangement/12", at=runner.remote)
    assert [said[0][:3] for said in runner.said() if said[0][0] == "pr"] == [["pr", "edit", "31"]]


def test_what_cannot_be_built_is_not_proposed(runner: Runner) -> None:
    assert runner.run("propose", payload="issue-labeled", BUILD_CODE="1").returncode == 1
    assert runner.said() == []


def test_an_approved_issue_with_faults_becomes_an_answer_only(runner: Runner) -> None:
    assert runner.run("propose", payload="issue-edited").returncode == 1
    assert [said[0][0] for said in runner.said()] == ["api", "api"]
    assert runner.git("branch", "--list", "arrangement/*", at=runner.remote) == ""


@pytest.mark.parametrize("branch", ["main2", "arrangement/12;x", "--force", "a/../main", "arrangement/"])
def test_only_our_own_kind_of_branch_is_pushed(branch: str, runner: Runner) -> None:
    (runner.work / "x").write_text("x", "utf-8")
    done = runner.run("pull-request", branch, "titel", str(PROJECT / "LICENSE"), "x")
    assert done.returncode != 0
    assert runner.git("branch", "--list", at=runner.remote).split() == ["*", "main"]


@pytest.mark.parametrize(("code", "left_out"), [("0", "no"), ("3", "yes")])
def test_publishing_says_whether_all_is_there(code: str, left_out: str, runner: Runner) -> None:
    done = runner.run("publish", BUILD_CODE=code)
    assert done.returncode == 0
    assert (runner.folder / "output").read_text("utf-8") == f"left_out={left_out}\n"
    assert ("::warning" in done.stdout) == (left_out == "yes")


def test_publishing_stops_where_nothing_was_built(runner: Runner) -> None:
    assert runner.run("publish", BUILD_CODE="1").returncode == 1
    assert not (runner.folder / "output").exists()


def test_a_pull_request_is_reported_its_faults(runner: Runner) -> None:
    (runner.work / "areas/nordby/events/fest.md").write_text("---\ntitel: x\n---\n", "utf-8")
    done = runner.run("check")
    assert done.returncode == 1
    assert "::error file=areas/nordby/events/fest.md,line=1,col=1" in done.stdout
    assert "fest.md" in (runner.folder / "summary").read_text("utf-8")


def test_a_pull_request_is_not_stopped_by_what_was_wrong_elsewhere(runner: Runner) -> None:
    broken, mine = runner.work / "areas/sydby/area.yml", runner.work / "areas/nordby/events/fest.md"
    broken.parent.mkdir()
    broken.write_text(AREA.replace("Nordby", "Sydby").replace("Thisted", "Mors"), "utf-8")
    runner.commit("sydby")
    runner.git("switch", "--quiet", "--create", "rettelse")
    mine.write_text(event("pris: gratis"), "utf-8")
    runner.commit("rettelse")
    runner.git("switch", "--quiet", "--detach", "main")
    runner.git("merge", "--quiet", "--no-ff", "--no-edit", "rettelse")
    done = runner.run("check")
    assert done.returncode == 0, done.stdout
    assert "sydby" not in done.stdout
    assert "1 fejl var der i forvejen" in done.stderr
    assert runner.run("site", BUILD_CODE="3").returncode == 0
    assert (runner.folder / "built").read_text("utf-8").startswith("build --isolate --summary")
    done = runner.run("generated")
    assert (done.returncode, done.stdout[:10]) == (0, "::warning "), "none of them is there, and it was so before"
    assert ".github/CODEOWNERS: forældet" in (runner.folder / "summary").read_text("utf-8")
    assert runner.run("code-changed").returncode == 0
    (runner.work / "Makefile").touch()
    (runner.work / "areas/vestby").mkdir()
    (runner.work / "areas/vestby/area.yml").write_text(AREA.replace("Nordby", "Vestby"), "utf-8")
    runner.commit("mere")
    done = runner.run("generated")
    assert (done.returncode, done.stdout[:8]) == (1, "::error "), "who adds an area brings along what follows from it"
    assert runner.run("code-changed").returncode == 0
    assert (runner.folder / "output").read_text("utf-8") == "changed=no\nchanged=yes\n"


def test_a_pull_request_is_asked_about_what_it_takes_away(runner: Runner) -> None:
    runner.git("switch", "--quiet", "--create", "rettelse")
    (runner.work / "areas/nordby/events/fest.md").unlink()
    runner.commit("rettelse")
    runner.git("switch", "--quiet", "--detach", "main")
    runner.git("merge", "--quiet", "--no-ff", "--no-edit", "rettelse")
    done = runner.run("check")
    assert done.returncode == 0, done.stderr
    assert "::warning file=areas/nordby/events/fest.md,line=1,col=1,title=En side forsvinder::" in done.stdout
    assert "Ingen fejl, men 1 advarsel" in (runner.folder / "summary").read_text("utf-8")


def test_owners_are_asked_of_the_merge_that_github_makes(runner: Runner) -> None:
    (runner.work / "content/owners.yml").write_text("områder:\n  nordby: [anna]\n", "utf-8")
    runner.commit("ejere")
    runner.git("switch", "--quiet", "--create", "rettelse", "HEAD^")
    (runner.work / "areas/nordby/events/fest.md").write_text(event("pris: gratis"), "utf-8")
    runner.commit("rettelse")
    runner.git("switch", "--quiet", "--detach", "main")
    runner.git("merge", "--quiet", "--no-ff", "--no-edit", "rettelse")
    assert runner.run("owners", AUTHOR="anna").returncode == 0
    assert runner.run("owners", AUTHOR="mallory").returncode == 1
    assert runner.run("owners", AUTHOR="github-actions[bot]").returncode == 0
    assert runner.run("owners", AUTHOR="").returncode == 2


def test_each_area_has_one_open_reminder(runner: Runner) -> None:
    (runner.work / "areas/soenderby").mkdir()
    (runner.work / "areas/soenderby/area.yml").write_text(AREA.replace("Nordby", "Sønderby"), "utf-8")
    issues = json.dumps({"issues?state=open": "7 Er jeres side rigtig? nordby-og-omegn\n8 Er jeres side rigtig? nordby"})
    done = runner.run("remind", GH_ANSWERS=issues, KULTURPUNKT_TODAY="2026-04-01")
    assert done.returncode == 0, done.stderr
    listed, edited, commented, created = runner.said()
    assert "creator=github-actions%5Bbot%5D" in listed[0][2]
    assert edited[0][:3] == ["issue", "edit", "8"]
    assert "- fredag den 1. maj 2026 kl. 10.00: ` Fest `" in edited[1][0]
    assert commented[0][:3] == ["issue", "comment", "8"]
    assert created[0][:6] == ["issue", "create", "--title", "Er jeres side rigtig? soenderby", "--label", "er-siden-rigtig"]


@pytest.mark.parametrize(
    ("newer", "taken"),
    [
        ("flit-core==4.0 ; python_version < '3.13' \\\n    --hash=sha256:" + "a" * 64 + "\n", True),
        ("--extra-index-url https://evil.example\n", False),
        ("x @ https://evil.example/x.whl\n", False),
        ("flit-core==4.0\n", False),
        (f"x==1 \\\n    --hash=sha256:{'a' * 64}\n" * 15_000, False),
    ],
)
def test_newer_locks_are_data(newer: str, taken: bool, runner: Runner) -> None:
    (runner.work / "requirements").mkdir()
    (runner.work / "requirements/site.lock").write_text("flit-core==3.9 \\\n", "utf-8")
    (runner.work / ".gitignore").write_text(".venv/\nnewer/\n", "utf-8")
    runner.commit("lås")
    (runner.work / "newer").mkdir()
    (runner.work / "newer/site.lock").write_text(newer, "utf-8")
    (runner.work / "newer/other.lock").write_text("x", "utf-8")
    assert (runner.run("newer-locks").returncode == 0) == taken
    assert bool(runner.git("branch", "--list", "locks", at=runner.remote)) == taken
    if taken:
        assert runner.git("show", "--format=", "--name-only", "locks", at=runner.remote) == "requirements/site.lock\n"


def test_newer_locks_that_are_missing_or_links_are_refused(runner: Runner) -> None:
    (runner.work / "requirements").mkdir()
    (runner.work / "requirements/site.lock").write_text("flit-core==3.9 \\\n", "utf-8")
    assert runner.run("newer-locks").returncode == 1
    (runner.work / "newer").mkdir()
    (runner.work / "newer/site.lock").symlink_to("../requirements/site.lock")
    assert runner.run("newer-locks").returncode == 1


def test_pins_are_asked_of_github(runner: Runner) -> None:
    (runner.work / ".github/workflows").mkdir(parents=True)
    sha = "a" * 40
    (runner.work / ".github/workflows/x.yml").write_text(f"      - uses: actions/checkout@{sha} # v6.0.2\n", "utf-8")
    answers = json.dumps({"repos/actions/checkout/commits/v6.0.2": sha})
    assert runner.run("verify-pins", GH_ANSWERS=answers).returncode == 0
    done = runner.run("verify-pins", GH_ANSWERS=answers.replace("aaa", "aab"))
    assert (done.returncode, "FORKERT actions/checkout" in done.stdout) == (1, True)


def import_into(runner: Runner, files: dict[str, str], area: str = "nordby") -> Path:
    """What the job that reads calendars leaves for an area."""
    for path, text in files.items():
        file = runner.work / "imported" / area / "files" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (runner.work / "imported" / area / "body.md").write_text("Nye arrangementer.\n", "utf-8")
    return runner.work / "imported" / area / "files"


def test_calendars_become_a_pull_request_for_each_area_once(runner: Runner) -> None:
    (runner.work / "areas/sydby").mkdir()
    (runner.work / "areas/sydby/area.yml").write_text(AREA.replace("Nordby", "Sydby"), "utf-8")
    (runner.work / ".gitignore").write_text(".venv/\nimported/\n", "utf-8")
    runner.commit("syd")
    runner.git("push", "--quiet", "origin", "main")
    for area in ("nordby", "sydby"):
        import_into(runner, {f"areas/{area}/events/ny.md": event()}, area)
    import_into(runner, {"areas/ukendt/events/ny.md": event()}, "ukendt")
    assert runner.run("propose-imports").returncode == 1, "an area that is not there stops no other"
    for area in ("nordby", "sydby"):
        changed = runner.git("diff", "--name-status", "main", f"import/{area}", at=runner.remote).split()
        assert changed == ["A", f"areas/{area}/events/ny.md"]
    created = [said for said in runner.said() if said[0][:2] == ["pr", "create"]]
    assert [said[0][5] for said in created] == ["import/nordby", "import/sydby"]
    before = json.dumps({"pulls?state=all": created[0][1][0].splitlines()[-1]})
    runner.log.unlink()
    runner.run("propose-imports", GH_ANSWERS=before)
    assert not [said for said in runner.said() if said[0][0] == "pr"], "both say the same as before"


def test_what_calendars_leave_is_data(runner: Runner) -> None:
    """Only files of the area's own events are taken: no other area's, no programs, no links, nothing large."""
    for path in ("areas/sydby/events/ny.md", "areas/nordby/area.yml", "areas/nordby/events/ny.sh", ".ci/run"):
        folder = import_into(runner, {path: event()})
        assert runner.run("propose-import", "imported/nordby").returncode == 1
        shutil.rmtree(folder)
    made = import_into(runner, {"areas/nordby/events/ny.md": "x" * 200_001}) / "areas/nordby/events/ny.md"
    assert runner.run("propose-import", "imported/nordby").returncode == 1
    made.unlink()
    made.symlink_to("/etc/passwd")
    assert runner.run("propose-import", "imported/nordby").returncode == 1
    assert runner.git("branch", "--list", "import/*", at=runner.remote) == ""


def test_calendars_are_read_without_any_right_to_write(runner: Runner) -> None:
    sources = "kilder:\n  koret:\n    adresse: https://kalender.invalid/kor.ics\n"
    (runner.work / "areas/nordby/area.yml").write_text(AREA + sources, "utf-8")
    done = runner.run("import")
    assert done.returncode == 0, done.stderr
    assert "ikke godkendt endnu" in (runner.folder / "summary").read_text("utf-8")
    assert not (runner.work / "imported/nordby/files").exists()
